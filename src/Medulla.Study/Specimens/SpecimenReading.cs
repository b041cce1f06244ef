using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Specimens;

/// <summary>Reading specimens out of the study.</summary>
public static class SpecimenReading
{
    extension(StudyState study)
    {
        public StudyState With(Specimen specimen) =>
            study with { Specimens = study.Specimens.With(specimen.Id, specimen) };

        public StudyState With(Aliquot aliquot) =>
            study with { Aliquots = study.Aliquots.With(aliquot.Id, aliquot) };

        /// <summary>Where the processing of a specimen went beyond what its kind allows, as rule names with minutes.</summary>
        public IEnumerable<(string Rule, int FoundMinutes, int AllowedMinutes)> DeviationsOf(Specimen specimen)
        {
            if (study.Definition.FindSpecimenKind(specimen.Kind) is not { } kind)
                yield break;
            if (specimen.MinutesToSpin > kind.MinutesToSpin)
                yield return ("spun-late", specimen.MinutesToSpin.Value, kind.MinutesToSpin.Value);
            if (study.MinutesToFreezer(specimen) is { } minutes && minutes > kind.MinutesToFreezer)
                yield return ("frozen-late", minutes, kind.MinutesToFreezer.Value);
        }

        /// <summary>From centrifugation to the freezer; null until aliquots are frozen.</summary>
        public int? MinutesToFreezer(Specimen specimen) => specimen is { Spin: { } spin, Aliquots: [var first, ..] }
            ? Specimen.Minutes(spin.SpunAt, study.Aliquots[first].FrozenAt)
            : null;
    }

    public static Refusal Unknown(SpecimenId id) => new("specimen-unknown",
        $"Found no specimen {id}. Expected one that has been collected.", $"没有标本 {id}，须先登记采集。");
}
