using System.Globalization;
using Medulla.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var folder = new BenchFolder(args is [_, var place, ..] ? place : Path.GetTempPath());
Console.WriteLine(FlushTime.Measure(folder));
switch (args)
{
    case [] or ["append", ..]:
        Console.WriteLine(await AppendBench.RunAsync(folder));
        break;
    case ["fold", ..]:
        Console.WriteLine(await FoldBench.RunAsync(folder, entries: 200_000));
        break;
    default:
        Console.Error.WriteLine("Expected: append [folder] or fold [folder].");
        return 2;
}
return 0;
