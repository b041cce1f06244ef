using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Assays.PlateFiles;

/// <summary>A plate block of SoftMax Pro: raw readings per wavelength, then the groups that follow it.</summary>
sealed class SoftMaxPlate
{
    // Positions of the block's first line, from 0.
    const int NamePosition = 1;
    const int ArrangementPosition = 3;
    const int ReadTypePosition = 4;
    const int ModePosition = 5;
    const int WavelengthPosition = 15;
    const int WellCountPosition = 18;
    const int FirstReadingPosition = 2;

    readonly TextRow head;
    readonly Findings findings;
    readonly List<PlateRead> reads = [];
    readonly List<PlateGroup> groups = [];

    SoftMaxPlate(TextRow head, Findings findings) => (this.head, this.findings) = (head, findings);

    public string Name => head[NamePosition];

    public bool HasDecimalComma { get; private set; }

    public bool HasDecimalPoint { get; private set; }

    int WellCount { get; set; }

    public static SoftMaxPlate Read(ImmutableArray<TextRow> block, Findings findings)
    {
        var plate = new SoftMaxPlate(block[0], findings);
        plate.ReadReadings(block);
        return plate;
    }

    public void Add(PlateGroup group) => groups.Add(group);

    public bool Holds(Well well) => well.Row <= LastRow && well.Column <= (WellCount == 384 ? 24 : 12);

    public PlateContent ToContent() => new(Name, WellCount, [.. reads], [.. groups]);

    char LastRow => WellCount == 384 ? 'P' : 'H';

    void ReadReadings(ImmutableArray<TextRow> block)
    {
        if (!int.TryParse(head[WellCountPosition], CultureInfo.InvariantCulture, out var wells) || wells is not (96 or 384))
        {
            findings.Fail("well-count", head.Number, WellCountPosition + 1,
                $"Found '{head[WellCountPosition]}' wells on plate {Name}. Expected 96 or 384.");
            return;
        }

        WellCount = wells;
        if (head[ReadTypePosition] != "Endpoint")
        {
            findings.Fail("read-type", head.Number, ReadTypePosition + 1,
                $"Found a read of type '{head[ReadTypePosition]}' on plate {Name}. Expected Endpoint.");
            return;
        }

        var wavelengths = Wavelengths();
        var titles = block.Skip(1).FirstOrDefault(row => !row.IsBlank);
        if (titles is null || wavelengths.IsEmpty)
        {
            findings.Fail("readings-missing", head.Number, WavelengthPosition + 1,
                $"Found no wavelengths or no readings on plate {Name}. Expected at least one read.");
            return;
        }

        // The reduced values under the raw ones start with the same titles, without the temperature.
        var raw = block.SkipWhile(row => row != titles).Skip(1)
            .TakeWhile(row => row[1].Length > 0 || row[FirstReadingPosition] != titles[FirstReadingPosition])
            .Where(row => !row.IsBlank).ToList();

        if (head[ArrangementPosition] == "TimeFormat")
            ReadLines(titles, raw, wavelengths);
        else
            ReadGrids(titles, raw, wavelengths);
    }

    ImmutableArray<int> Wavelengths()
    {
        var wavelengths = ImmutableArray.CreateBuilder<int>();
        foreach (var text in head[WavelengthPosition].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(text, CultureInfo.InvariantCulture, out var wavelengthNm))
                wavelengths.Add(wavelengthNm);
            else
                findings.Fail("wavelength", head.Number, WavelengthPosition + 1,
                    $"Found wavelength '{text}' on plate {Name}. Expected a whole number of nanometres.");
        }

        return wavelengths.ToImmutable();
    }

    /// <summary>One line per wavelength; the titles are the wells.</summary>
    void ReadLines(TextRow titles, List<TextRow> raw, ImmutableArray<int> wavelengths)
    {
        if (!CountAgrees(raw.Count, wavelengths.Length, titles, "lines of readings", "one per wavelength"))
            return;

        foreach (var (row, wavelengthNm) in raw.Zip(wavelengths))
        {
            var read = new Reading(this);
            for (var position = FirstReadingPosition; position < titles.Cells.Length; position++)
            {
                if (Well.TryParse(titles[position], out var well))
                    read.Take(row, position, well);
                else if (titles[position].Length > 0)
                    findings.Fail("well-unknown", titles.Number, position + 1,
                        $"Found column '{titles[position]}' on plate {Name}. Expected a well such as A1.");
            }

            reads.Add(read.ToRead($"{head[ModePosition]} {wavelengthNm}", wavelengthNm));
        }
    }

    /// <summary>A grid per wavelength, side by side with an empty column between; the titles are column numbers.</summary>
    void ReadGrids(TextRow titles, List<TextRow> raw, ImmutableArray<int> wavelengths)
    {
        var starts = Enumerable.Range(FirstReadingPosition, Math.Max(0, titles.Cells.Length - FirstReadingPosition))
            .Where(position => titles[position] == titles[FirstReadingPosition]).ToList();
        if (!CountAgrees(raw.Count, LastRow - 'A' + 1, titles, "rows of readings", $"A to {LastRow}")
            || !CountAgrees(starts.Count, wavelengths.Length, titles, "grids", "one per wavelength"))
            return;

        foreach (var (start, wavelengthNm) in starts.Zip(wavelengths))
        {
            var read = new Reading(this);
            foreach (var (row, letter) in raw.Zip(Enumerable.Range('A', raw.Count).Select(code => (char)code)))
                for (var position = start; titles[position].Length > 0; position++)
                    if (Well.TryParse($"{letter}{titles[position]}", out var well))
                        read.Take(row, position, well);

            reads.Add(read.ToRead($"{head[ModePosition]} {wavelengthNm}", wavelengthNm));
        }
    }

    bool CountAgrees(int found, int expected, TextRow titles, string things, string because)
    {
        if (found == expected)
            return true;
        findings.Fail("reading-count", titles.Number, 1,
            $"Found {found} {things} on plate {Name}. Expected {expected}, {because}.");
        return false;
    }

    /// <summary>One read as it is gathered.</summary>
    sealed class Reading(SoftMaxPlate plate)
    {
        readonly ImmutableSortedDictionary<Well, double>.Builder values =
            ImmutableSortedDictionary.CreateBuilder<Well, double>();
        readonly ImmutableSortedDictionary<Well, string>.Builder flags =
            ImmutableSortedDictionary.CreateBuilder<Well, string>();
        readonly List<(Well Well, int Line, int Column)> commas = [];

        public void Take(TextRow row, int position, Well well)
        {
            var cell = row[position];
            if (cell.Length == 0)
                return;

            if (TextTable.TryReadNumber(cell, out var value))
            {
                values[well] = value;
                plate.HasDecimalPoint |= cell.Contains('.', StringComparison.Ordinal);
            }
            else if (TextTable.TryReadDecimalComma(cell, out value))
            {
                values[well] = value;
                plate.HasDecimalComma = true;
                commas.Add((well, row.Number, position + 1));
            }
            else
            {
                flags[well] = cell;
                plate.findings.Warn("reading-flagged", row.Number, position + 1,
                    $"Found '{cell}' in well {well} of plate {plate.Name}. The well has no reading.");
            }
        }

        public PlateRead ToRead(string label, int wavelengthNm)
        {
            if (commas is [var first, ..])
                plate.findings.Warn("decimal-comma", first.Line, first.Column,
                    $"Found {commas.Count} decimal commas in {label} of plate {plate.Name}, the first in well {first.Well}. "
                    + "Cells are separated by tabs, so each was read as a decimal point.");
            return new PlateRead(label, wavelengthNm, values.ToImmutable(), flags.ToImmutable());
        }
    }
}
