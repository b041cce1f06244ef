using System.CommandLine;
using Medulla.Assays;
using Medulla.Assays.Calibration;
using Medulla.Assays.PlateFiles;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Figures;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla plate read</c> and <c>plate fit</c>: a reader's file by itself, without a study.</summary>
static class PlateFileVerbs
{
    public static Argument<string> FileArgument() =>
        Inputs.Word("FILE", "Text export of the plate reader", "读板仪导出的文本文件");

    public static Option<string?> LayoutOption() => Inputs.OptionalText(
        "--layout", "FILE", "Table plate,well,role,…; else the layout in the file itself", "布局表（plate,well,role,…）；缺省取文件自带布局");

    public static Verb Read()
    {
        var path = FileArgument();
        return new Verb("read", "What a reader's file holds, and what is odd about it", "查看读板文件的内容及问题",
            "medulla plate read LEP-0007.csv") { path }
            .Alone(async (call, cancellation) =>
            {
                if (await SourceFile.ReadAsync(call.Of(path), call.Printer, cancellation) is not { } file)
                    return ExitCode.Refused;
                var read = PlateFile.Read(file.Name, file.Bytes);
                if (read.Value is { } content)
                    Print(content, file, call.Printer);
                return call.Printer.Findings(read.Findings);
            });
    }

    static void Print(PlateFileContent content, SourceFile file, Printer printer)
    {
        printer.Say(new(
            $"{content.FileName}: {content.Format}, {content.Encoding}, decimal {content.DecimalSign}, "
            + $"{content.Plates.Length} plates, SHA-256 {file.Sha256}",
            $"{content.FileName}：{content.Format}，{content.Encoding}，小数点 {content.DecimalSign}，{content.Plates.Length} 块检测板，"
            + $"SHA-256 {file.Sha256}"));
        foreach (var note in content.Notes)
            printer.Say(new($"Note: {note}", $"备注：{note}"));
        foreach (var (index, plate) in content.Plates.Index())
        {
            var name = plate.Name is null ? "" : $" {plate.Name}";
            printer.Say(plate.WellCount is { } wells
                ? new($"Plate {index + 1}{name}, {wells} wells", $"第 {index + 1} 块板{name}，{wells} 孔")
                : new($"Plate {index + 1}{name}", $"第 {index + 1} 块板{name}"));
            foreach (var reading in plate.Reads)
                printer.Say(new(
                    $"  {WavelengthOf(reading)}: {reading.Values.Count} readings, "
                    + $"{reading.Flags.Count} flagged{FlagsOf(reading)}",
                    $"  {WavelengthOf(reading)}：{reading.Values.Count} 个读数，{reading.Flags.Count} 个标记{FlagsOf(reading)}"));
            foreach (var group in plate.Groups)
            {
                var masked = group.Wells.Count(well => well.Masked);
                printer.Say(new(
                    $"  {group.Name}: {group.Role}, {group.Wells.Length} wells, {masked} masked",
                    $"  {group.Name}：{group.Role}，{group.Wells.Length} 孔，{masked} 个屏蔽"));
            }
        }
    }

    static string WavelengthOf(PlateRead read) =>
        read.WavelengthNm is { } wavelengthNm ? $"{wavelengthNm} nm" : read.Label ?? "?";

    static string FlagsOf(PlateRead read) =>
        read.Flags.IsEmpty ? "" : $" ({string.Join(", ", read.Flags.Select(flag => $"{flag.Key} {flag.Value}"))})";

    public static Verb Fit()
    {
        var path = FileArgument();
        var layout = LayoutOption();
        var wavelength = Inputs.OptionalWholeNumber("--wavelength", "Of the signal in nm; needed when several were read",
            "信号波长（nm）；有多个波长时必须给出");
        var reference = Inputs.OptionalWholeNumber("--reference", "Wavelength subtracted, in nm", "参考波长（nm），从信号中减去");
        return new Verb("fit", "Curve and concentrations of each plate, beside those the reader's program printed",
            "逐板拟合曲线、计算浓度，并与文件所印浓度对照",
            "medulla plate fit elisa_assay2.txt --wavelength 450") { path, layout, wavelength, reference }
            .Alone(async (call, cancellation) =>
            {
                if (await PlateFiles.ReadAsync(call.Of(path), call.Given(layout), call.Printer, cancellation) is not { } files)
                    return ExitCode.Refused;
                var (signalNm, referenceNm) = (Nm(call.Given(wavelength)), Nm(call.Given(reference)));
                if (ChooseResponse(files, signalNm, referenceNm, call.Printer) is not { } response)
                    return ExitCode.Refused;
                foreach (var plate in files.Plates)
                    PlateFit.Print(files, plate, new CalibrationMethod(response), call.Printer);
                return ExitCode.Done;
            });
    }

    // No reader measures beyond this; a longer number finds no read and is told so.
    static int? Nm(long? typed) => typed is { } number ? (int)Math.Clamp(number, 0, 100_000) : null;

    /// <summary>Null, with the reason printed, when a plate was not read so.</summary>
    static Response? ChooseResponse(PlateFiles files, int? wavelengthNm, int? referenceNm, Printer printer)
    {
        var reads = files.Content.Plates.SelectMany(plate => plate.Reads);
        int[] readNm = [.. reads.Select(read => read.WavelengthNm).OfType<int>().Distinct()];
        if ((wavelengthNm ?? (readNm is [var only] ? only : null)) is { } signalNm)
        {
            var response = new Response(signalNm, referenceNm);
            if (files.Plates.All(plate => response.Of(plate.Content) is not null))
                return response;
        }
        var found = string.Join(", ", readNm.Select(nm => $"{nm} nm"));
        printer.Problem("wavelength-not-chosen", new Bilingual(
            $"Found reads at {found} in {files.Content.FileName}. Expected --wavelength, and --reference if one is "
            + "subtracted, to name those of every plate.",
            $"{files.Content.FileName} 的读数波长为 {found}，请用 --wavelength（及 --reference）指明每块板都有的波长。"));
        return null;
    }
}
