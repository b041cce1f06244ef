using System.Collections.Immutable;
using Medulla.Cli.Output;
using Medulla.Study.Journal;
using Medulla.Study.Results;

namespace Medulla.Cli.Verbs;

/// <summary>All plates of a file into a study, or none of them.</summary>
sealed class PlateImport(PlateFiles files, string assay)
{
    public async Task<ExitCode> IntoAsync(OpenedStudy study, Printer printer, CancellationToken cancellation)
    {
        ImmutableArray<ImportPlate> commands = [.. files.Plates.Select(Command)];
        if (Refusals(study, commands) is { IsEmpty: false } refusals)
            return printer.Refused(refusals);

        // Raw bytes first: no fact may cite a file that the store does not hold.
        await study.Folder.Attachments.StoreAsync(files.Raw.Bytes, cancellation);
        if (files.LayoutSource is { } layout)
            await study.Folder.Attachments.StoreAsync(layout.Bytes, cancellation);
        foreach (var command in commands)
            if (await study.SubmitAsync(command, cancellation) is var code and not ExitCode.Done)
                return code;
        return ExitCode.Done;
    }

    ImportPlate Command(LaidOutPlate plate) => new(
        assay,
        new RawPlate(
            files.Raw.ShortName, files.Raw.Sha256, plate.Number, plate.Content.Name,
            files.LayoutSource?.ShortName, files.LayoutSource?.Sha256),
        plate.Content, plate.Layout, files.Content.Notes);

    // Asked of the study in memory, one plate after the other, so that every reason of every plate comes at once.
    static ImmutableArray<Refusal> Refusals(OpenedStudy study, ImmutableArray<ImportPlate> commands)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var state = study.Desk.Study;
        foreach (var command in commands)
            switch (state.Decide(command))
            {
                case Decision.Accepted accepted:
                    state = accepted.Facts.Aggregate(state, (before, fact) => before.Apply(fact));
                    break;
                case Decision.Refused refused:
                    refusals.AddRange(refused.Reasons);
                    break;
            }
        return [.. refusals.Distinct()];
    }
}
