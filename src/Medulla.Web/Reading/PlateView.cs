using System.Collections.Immutable;
using Medulla.Assays.Calibration;
using Medulla.Study;
using Medulla.Study.Definition;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Web.Reading;

/// <summary>A plate with everything that is computed from it, as its page shows it.</summary>
public sealed record PlateView(Plate Plate, Assay Assay, PlateResult Calculated, ImmutableArray<ReportableResult> Results)
{
    /// <summary>Null when the definition no longer knows the assay.</summary>
    public static PlateView? Of(StudyState study, Plate plate)
    {
        if (study.Definition.FindAssay(plate.Assay) is not { } assay)
            return null;
        var calculated = PlateCalculation.Of(plate, assay);

        // An accepted plate shows what was seen when it was accepted, not what a later version would compute.
        return new PlateView(plate, assay, calculated, plate.Accepted?.Results ?? PlateCalculation.Reportable(calculated));
    }

    /// <summary>Whose aliquot it is; null for one that this study did not make.</summary>
    public static Participant? OwnerOf(StudyState study, AliquotId aliquot) =>
        study.Aliquots.Find(aliquot) is { } tube && study.Specimens.Find(tube.Specimen) is { } specimen
            ? study.Participants.Find(specimen.Participant)
            : null;
}
