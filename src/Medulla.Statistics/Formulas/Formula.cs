using System.Collections.Immutable;

namespace Medulla.Statistics.Formulas;

/// <summary>
/// What is modelled by what, in R's language: <c>Surv(time, status == 2) ~ arm * log(leptin) + strata(site)</c>.
/// </summary>
/// <remarks>
/// Left: <c>Surv(time, status)</c>, <c>Surv(start, stop, status)</c>, an expression, or nothing. Right: columns, <c>log()</c>,
/// <c>log2()</c>, <c>log10()</c>, <c>exp()</c>, <c>sqrt()</c>, <c>I(arithmetic)</c>, <c>factor()</c>, <c>rcs(x, knots)</c>,
/// <c>strata()</c>, <c>cluster()</c>, <c>offset()</c>, <c>1</c>, joined by <c>+</c>, <c>-</c>, <c>:</c> and <c>*</c>. Main
/// effects come before interactions, as in R. R: <c>terms(formula)</c>.
/// </remarks>
public sealed class Formula
{
    readonly IReadOnlyDictionary<string, int> firstMention;

    internal Formula(
        string source, FormulaResponse response, FormulaSum right, IReadOnlyDictionary<string, int> firstMention)
    {
        (Source, Response, this.firstMention) = (source, response, firstMention);
        Terms = right.Terms;
        Strata = right.Strata;
        Cluster = right.Cluster;
        Offsets = right.Offsets;
    }

    /// <summary>As written.</summary>
    public string Source { get; }

    public FormulaResponse Response { get; }

    /// <summary>Without strata, cluster and offset; main effects first.</summary>
    public ImmutableArray<FormulaTerm> Terms { get; }

    /// <summary>Columns whose values, together, have a baseline of their own; empty for none.</summary>
    public ImmutableArray<string> Strata { get; }

    /// <summary>The column whose rows of one value may depend on one another; null for none.</summary>
    public string? Cluster { get; }

    /// <summary>Known parts of the linear predictor.</summary>
    public ImmutableArray<Expression> Offsets { get; }

    /// <summary>Every column it names, in order of first mention.</summary>
    public ImmutableArray<string> Columns => [.. firstMention.OrderBy(name => name.Value).Select(name => name.Key)];

    /// <exception cref="FormulaException">The text is not a formula; the message points at the column.</exception>
    public static Formula Parse(string text)
    {
        var tokens = new FormulaTokens(text);
        var response = FormulaParser.Response(tokens);
        tokens.Require("~");
        var right = FormulaParser.Sum(tokens);
        return tokens.AtEnd
            ? new Formula(text, response, right, tokens.FirstMention)
            : throw tokens.Problem("+, -, :, * or the end of the formula");
    }

    /// <summary>The rows it can be asked of.</summary>
    /// <exception cref="FormulaException">The data have no such column, hold a text where a number is meant, or no row is left.</exception>
    public ModelFrame Over(DataFrame data)
    {
        foreach (var (column, at) in firstMention.OrderBy(name => name.Value))
            if (!data.Has(column))
                throw data.Unknown(column, $", which stands at column {at} of '{Source}'", at);
        return new ModelFrame(this, data);
    }
}
