using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>A kind of biological material the study collects.</summary>
/// <param name="Container">Such as <c>K2-EDTA</c>.</param>
/// <param name="MinutesToSpin">Longest allowed from collection to centrifugation; null when not stated.</param>
/// <param name="MinutesToFreezer">Longest allowed from centrifugation to freezer; null when not stated.</param>
/// <param name="MaximumThaws">Null when not stated.</param>
/// <param name="ConsentScope">Code of the purpose that must have been agreed to; null when consent as such is enough.</param>
public sealed record SpecimenKind(
    string Code, Bilingual Name, string Container, double VolumeMillilitres, double AliquotMillilitres,
    int? MinutesToSpin, int? MinutesToFreezer, int? MaximumThaws, string? ConsentScope);
