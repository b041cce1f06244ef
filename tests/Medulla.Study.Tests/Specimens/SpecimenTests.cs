using Medulla.Study.Participants;
using Medulla.Study.Specimens;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Specimens;

public sealed class SpecimenTests
{
    static readonly DateTimeOffset Nine = new(2025, 9, 3, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly SpecimenId Marrow = new("SP-0001");

    static readonly GivenStudy Collected = AtBaseline.After(new CollectSpecimen(First, "MARROW", "BL", Nine, 2));

    [Fact]
    public void A_tube_says_nothing_about_the_participant() =>
        Assert.DoesNotContain("UH", Assert.Single(Collected.Study.Specimens.Keys).Value, StringComparison.Ordinal);

    [Fact]
    public void Late_processing_is_recorded_and_is_a_deviation()
    {
        var late = Collected.After(
            new ProcessSpecimen(Marrow, new Spin(Nine.AddMinutes(121), 1800, 10, 4)),
            new MakeAliquots(Marrow, 3, 0.4, Nine.AddMinutes(121 + 61), "F1")).Study;

        Assert.Equal([("spun-late", 121, 120), ("frozen-late", 61, 60)], late.DeviationsOf(late.Specimens[Marrow]));
    }

    [Fact]
    public void Processing_in_time_is_no_deviation()
    {
        var prompt = Collected.After(
            new ProcessSpecimen(Marrow, new Spin(Nine.AddMinutes(120), 1800, 10, 4)),
            new MakeAliquots(Marrow, 3, 0.4, Nine.AddMinutes(180), "F1")).Study;

        Assert.Empty(prompt.DeviationsOf(prompt.Specimens[Marrow]));
        Assert.Equal(["SP-0001-A1", "SP-0001-A2", "SP-0001-A3"], prompt.Aliquots.Keys.Select(id => id.Value));
    }

    [Fact]
    public void Volume_does_not_come_from_nowhere_and_time_does_not_run_backwards()
    {
        Assert.Equal(["spun-before-collected"], Collected.RefusedBy(new ProcessSpecimen(Marrow, new Spin(Nine.AddMinutes(-1), 1800, 10, 4))));
        Assert.Equal(["not-processed", "volume-exceeded"], Collected.RefusedBy(new MakeAliquots(Marrow, 6, 0.4, Nine, "F1")));
    }

    [Fact]
    public void Nothing_is_collected_without_agreement_to_it()
    {
        var without = Published.After(
            new ScreenParticipant(Day, 60, Sex.Male));
        Assert.Equal(["consent-missing"], without.RefusedBy(new CollectSpecimen(First, "MARROW", "BL", Nine, 2)));
        Assert.Equal(["specimen-kind-unknown", "volume-implausible"],
            AtBaseline.RefusedBy(new CollectSpecimen(First, "HAIR", "BL", Nine, 0)));
    }
}
