using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>What the definition calls a code; a code it does not know stays as it is.</summary>
static class DefinitionLabels
{
    extension(StudyDefinition definition)
    {
        public Bilingual VisitLabel(string code) => definition.FindVisit(code)?.Name ?? Bilingual.Same(code);

        public Bilingual FormLabel(string code) => definition.FindForm(code)?.Name ?? Bilingual.Same(code);

        public Bilingual ItemLabel(string form, string item) =>
            definition.FindForm(form)?.FindItem(item)?.Label ?? Bilingual.Same(item);

        /// <summary>The value of an item as people read it.</summary>
        public Bilingual ValueLabel(string form, string item, string value) =>
            definition.FindForm(form)?.FindItem(item) is { } known ? RecordedValue.Of(known, value) : Bilingual.Same(value);

        public Bilingual SpecimenKindLabel(string code) => definition.FindSpecimenKind(code)?.Name ?? Bilingual.Same(code);

        public Bilingual AnalyteLabel(string assay) => definition.FindAssay(assay)?.Analyte ?? Bilingual.Same(assay);

        public Bilingual SignerLabel(string code) => definition.Consent.FindSigner(code)?.Label ?? Bilingual.Same(code);

        public Bilingual RelationshipLabel(string signer, string code) =>
            definition.Consent.FindSigner(signer)?.Relationships.FirstOrDefault(known => known.Value == code)?.Label
            ?? Bilingual.Same(code);

        public Bilingual ScopeLabel(string code) =>
            definition.Consent.Scopes.FirstOrDefault(scope => scope.Code == code)?.Label ?? Bilingual.Same(code);
    }
}
