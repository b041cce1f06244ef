using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Assays.PlateFiles;
using Medulla.Cli.Input;
using Medulla.Cli.Output;

namespace Medulla.Cli.Verbs;

/// <summary>A plate of a file with what stands in its wells.</summary>
/// <param name="Number">In the file, from 1.</param>
sealed record LaidOutPlate(int Number, PlateContent Content, PlateLayout Layout);

/// <summary>A reader's file and its layouts, both without fault.</summary>
/// <param name="LayoutSource">Null when the layout stands in the raw file itself.</param>
sealed record PlateFiles(
    SourceFile Raw, PlateFileContent Content, SourceFile? LayoutSource, ImmutableArray<LaidOutPlate> Plates)
{
    /// <summary>Null, with every fault printed, when a file is not as it should be.</summary>
    public static async Task<PlateFiles?> ReadAsync(
        string path, string? layoutPath, Printer printer, CancellationToken cancellation)
    {
        if (await SourceFile.ReadAsync(path, printer, cancellation) is not { } raw)
            return null;
        var content = PlateFile.Read(raw.Name, raw.Bytes);
        printer.Findings(content.Findings);

        SourceFile? layoutSource = null;
        IReadOnlyList<PlateLayout> layouts = [];
        if (layoutPath is not null)
        {
            layoutSource = await SourceFile.ReadAsync(layoutPath, printer, cancellation);
            if (layoutSource is null)
                return null;
            var read = PlateLayoutFile.Read(layoutSource.Name, layoutSource.Bytes);
            printer.Findings(read.Findings);
            if (read.Value is null)
                return null;
            layouts = read.Value;
        }
        return content.Value is { } found && LayOut(found, layouts, layoutSource, printer) is { } plates
            ? new PlateFiles(raw, found, layoutSource, plates)
            : null;
    }

    static ImmutableArray<LaidOutPlate>? LayOut(
        PlateFileContent content, IReadOnlyList<PlateLayout> layouts, SourceFile? layoutSource, Printer printer)
    {
        var plates = ImmutableArray.CreateBuilder<LaidOutPlate>();
        foreach (var (index, plate) in content.Plates.Index())
            if (layoutSource is not null && layouts.FirstOrDefault(layout => layout.Plate == plate.Name) is { } layout)
                plates.Add(new(index + 1, plate, layout));
            else if (layoutSource is null && !plate.Groups.IsEmpty)
                plates.Add(new(index + 1, plate, PlateLayout.From(plate)));
            else
                printer.Problem("layout-missing", layoutSource is null
                    ? new($"Found no layout in {content.FileName} for plate {plate.Name}. Expected --layout FILE.",
                        $"{content.FileName} 的检测板 {plate.Name} 没有布局，请用 --layout 指明布局文件。")
                    : new($"Found layouts of {string.Join(", ", layouts.Select(known => known.Plate))} in "
                        + $"{layoutSource.Name}. Expected one of plate {plate.Name}.",
                        $"{layoutSource.Name} 只有 {string.Join("、", layouts.Select(known => known.Plate))} 的布局，缺少检测板 "
                        + $"{plate.Name}。"));
        return plates.Count == content.Plates.Length ? plates.ToImmutable() : null;
    }
}
