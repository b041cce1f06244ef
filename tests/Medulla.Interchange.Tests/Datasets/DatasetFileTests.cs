using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Interchange.Datasets;
using Medulla.Study.Analysis;

namespace Medulla.Interchange.Tests.Datasets;

public sealed class DatasetFileTests
{
    static readonly AnalysisTable Table = new(
        [
            new AnalysisRow("UH-001", 0.1 + 0.2, new MarkerSource("SP-0001-A1", "SP-0001", "PL-0001", ["E1", "E2"], "ab", 41),
                ImmutableSortedDictionary<string, bool>.Empty.Add("CRC1", true),
                ImmutableSortedDictionary<string, ObservedTime>.Empty.Add("OS", new(12, true, Bilingual.Same("death"))),
                ImmutableSortedDictionary<string, string>.Empty.Add("fab", "=1+1")),
            new AnalysisRow("UH-002", null, null,
                ImmutableSortedDictionary<string, bool>.Empty, ImmutableSortedDictionary<string, ObservedTime>.Empty,
                ImmutableSortedDictionary<string, string>.Empty.Add("fab", "M4, \"eos\"")),
        ],
        ["CRC1"], ["OS"], ["fab"], []);

    [Fact]
    public void A_row_a_person_with_every_digit_and_an_empty_cell_for_what_does_not_exist() =>
        Assert.Equal(""""
            person,marker,CRC1,OS_days,OS_event,fab,aliquot,plate,wells,raw_file_sha256,accepted_at
            UH-001,0.30000000000000004,1,12,1,=1+1,SP-0001-A1,PL-0001,E1 E2,ab,41
            UH-002,,,,,"M4, ""eos""",,,,,

            """".ReplaceLineEndings("\n"), DatasetFile.Rows(Table, simulated: false));

    [Fact]
    public void Simulated_data_say_so_in_the_first_line() =>
        Assert.StartsWith("# SIMULATED DATA: these participants do not exist\nperson,marker,", DatasetFile.Rows(Table, simulated: true));
}
