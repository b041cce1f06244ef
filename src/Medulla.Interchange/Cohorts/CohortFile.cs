using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using Medulla.Assays;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Interchange.Cohorts;

/// <summary>Reads a cohort that somebody else collected: a CSV file and the mapping of its columns.</summary>
/// <remarks>
/// Nothing is dropped in silence: a person without follow-up is kept without it, a follow-up of 0 days is kept,
/// and every cell that cannot be read is a finding.
/// </remarks>
public static class CohortFile
{
    /// <param name="sha256">Of the bytes, under which the attachment store holds them.</param>
    public static Parsed<ImportedCohort> Read(string fileName, byte[] bytes, string sha256, CohortMapping mapping)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (Text(bytes) is not { } text)
            return new(null, [new(Severity.Error, "not-utf8", fileName, 1, 1, $"Found bytes in {fileName} that are not UTF-8. Expected a CSV file saved as UTF-8.")]);

        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = true,
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = bad => findings.Add(new(Severity.Error, "csv-malformed", fileName, (int)bad.LineNumber, 1,
                $"Found a row that is not CSV ({bad.Reason}). Expected quotes to be closed.")),
        });
        csv.ReadHeader();
        var header = csv.Headers;
        if (header.Count == 0)
            return new(null, [new(Severity.Error, "file-empty", fileName, 1, 1,
                $"Found no line in {fileName}. Expected the names of its columns in the first.")]);
        foreach (var column in mapping.Columns.Where(column => !header.Contains(column)))
            findings.Add(new(Severity.Error, "column-missing", fileName, 1, 1,
                $"Found no column '{column}' in {fileName}. Expected it, as the mapping says. Columns: {string.Join(", ", header)}."));
        if (findings.Count > 0)
            return new(null, findings.ToImmutable());

        var people = ImmutableArray.CreateBuilder<ImportedPerson>();
        while (csv.Read())
            people.Add(new Row(csv, fileName, mapping, findings).Read());

        var cohort = new ImportedCohort(
            fileName, sha256, mapping.Source.Name, mapping.Source.Licence, mapping.Source.Citation,
            mapping.Notes, people.ToImmutable());
        return new(findings.Any(finding => finding.Severity == Severity.Error) ? null : cohort, findings.ToImmutable());
    }

    static string? Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    sealed class Row(CsvReader csv, string fileName, CohortMapping mapping, ImmutableArray<Finding>.Builder findings)
    {
        public ImportedPerson Read()
        {
            var person = Cell(mapping.Id);
            if (person == "")
                Fail("person-missing", mapping.Id, $"Found no value in {mapping.Id}. Expected the person's identifier.");
            return new ImportedPerson(person, Number(mapping.Marker), Times(), Covariates());
        }

        ImmutableSortedDictionary<string, ImportedTime> Times()
        {
            var times = ImmutableSortedDictionary.CreateBuilder<string, ImportedTime>(StringComparer.Ordinal);
            foreach (var endpoint in mapping.Endpoints.Where(endpoint => Cell(endpoint.Days) != ""))
                if (int.TryParse(Cell(endpoint.Days), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
                    times[endpoint.Code] = new ImportedTime(days, Cell(endpoint.Event) == endpoint.EventCode);
                else
                    Fail("days-not-whole", endpoint.Days, $"Found '{Cell(endpoint.Days)}' in {endpoint.Days}. Expected whole days, 0 or more.");
            return times.ToImmutable();
        }

        ImmutableSortedDictionary<string, string> Covariates()
        {
            var covariates = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var covariate in mapping.Covariates.Where(covariate => Cell(covariate.Column) != ""))
            {
                var value = Cell(covariate.Column);
                if (covariate.Kind == MappedKind.Number && Number(covariate.Column) is null)
                    continue;
                if (covariate.Kind == MappedKind.Flag && value is not ("0" or "1"))
                    Fail("flag-unknown", covariate.Column, $"Found '{value}' in {covariate.Column}. Expected 0 or 1.");
                covariates[covariate.Column] = value;
            }
            return covariates.ToImmutable();
        }

        double? Number(string column)
        {
            if (Cell(column) == "")
                return null;
            if (double.TryParse(Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number))
                return number;
            Fail("number-unreadable", column, $"Found '{Cell(column)}' in {column}. Expected a number with a decimal point.");
            return null;
        }

        string Cell(string column) =>
            csv.TryGetFieldIndex(column, out var place) && place < csv.FieldCount ? csv.GetString(place) : "";

        void Fail(string rule, string column, string message) => findings.Add(new(
            Severity.Error, rule, fileName, (int)csv.LineNumber, csv.Headers.ToList().IndexOf(column) + 1, message));
    }
}
