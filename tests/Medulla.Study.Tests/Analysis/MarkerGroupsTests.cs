using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Tests.Analysis;

public sealed class MarkerGroupsTests
{
    static readonly GroupRule Halves = new("median", Bilingual.Same("halves"), [0.5], [Bilingual.Same("low"), Bilingual.Same("high")]);

    [Fact]
    public void A_value_at_the_cut_belongs_to_the_lower_group()
    {
        var groups = MarkerGroups.Of(Halves, People(1, 2, 2, 3));

        Assert.Equal([2.0], groups.Cuts);
        Assert.Equal([3, 1], groups.Members.Select(members => members.Length));
        Assert.Equal("low", groups.Label(0).En);
    }

    [Fact]
    public void Between_two_middle_values_the_cut_is_their_mean()
    {
        var groups = MarkerGroups.Of(Halves, People(10, 20, 40, 80));

        Assert.Equal([30.0], groups.Cuts);
        Assert.Equal([2, 2], groups.Members.Select(members => members.Length));
    }

    [Fact]
    public void Nobody_is_lost_and_nobody_is_twice_in_thirds()
    {
        var thirds = new GroupRule("thirds", Bilingual.Same("thirds"), [1.0 / 3, 2.0 / 3],
            [Bilingual.Same("low"), Bilingual.Same("middle"), Bilingual.Same("high")]);
        var people = People([.. Enumerable.Range(1, 31).Select(number => (double)(number * 7 % 31))]);

        var groups = MarkerGroups.Of(thirds, people);

        Assert.Equal(people.Select(person => person.Row.Person).Order(), groups.Members.SelectMany(members => members).Select(person => person.Row.Person).Order());
        Assert.True(groups.Members[0].Max(person => person.Marker) < groups.Members[1].Min(person => person.Marker));
        Assert.True(groups.Members[1].Max(person => person.Marker) < groups.Members[2].Min(person => person.Marker));
    }

    static IReadOnlyList<MarkedPerson> People(params double[] markers) =>
    [
        .. markers.Select((marker, place) => new MarkedPerson(
            new AnalysisRow($"P{place:000}", marker, null, ImmutableSortedDictionary<string, bool>.Empty,
                ImmutableSortedDictionary<string, ObservedTime>.Empty, ImmutableSortedDictionary<string, string>.Empty), marker, marker)),
    ];
}
