using System.Collections.Immutable;

namespace Medulla.Statistics.Formulas;

/// <summary>The right side of a formula while it is read.</summary>
sealed class FormulaSum
{
    readonly List<FormulaVariable> variables = [];
    readonly List<ImmutableSortedSet<int>> terms = [];
    readonly List<string> strata = [];
    readonly List<Expression> offsets = [];

    /// <summary>Lower orders first, and within an order as written.</summary>
    public ImmutableArray<FormulaTerm> Terms =>
        [.. terms.OrderBy(term => term.Count).Select(term => new FormulaTerm([.. term.Select(place => variables[place])]))];

    public ImmutableArray<string> Strata => [.. strata];

    public string? Cluster { get; set; }

    public ImmutableArray<Expression> Offsets => [.. offsets];

    /// <summary>A variable alone; the same label is the same variable.</summary>
    public ImmutableSortedSet<int> Variable(FormulaVariable variable)
    {
        var place = variables.FindIndex(known => known.Label == variable.Label);
        if (place < 0)
        {
            place = variables.Count;
            variables.Add(variable);
        }
        return [place];
    }

    public void Add(IEnumerable<ImmutableSortedSet<int>> added)
    {
        foreach (var term in added)
            if (!terms.Exists(term.SetEquals))
                terms.Add(term);
    }

    public void Remove(IEnumerable<ImmutableSortedSet<int>> removed)
    {
        foreach (var term in removed)
            terms.RemoveAll(term.SetEquals);
    }

    public void AddStrata(IEnumerable<string> columns) => strata.AddRange(columns.Except(strata, StringComparer.Ordinal));

    public void AddOffset(Expression offset) => offsets.Add(offset);
}
