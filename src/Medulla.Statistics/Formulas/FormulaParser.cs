using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Statistics.Formulas;

/// <summary>Reads the two sides of a formula.</summary>
static class FormulaParser
{
    const int FewestKnots = 3;
    const int MostKnots = 10;

    public static FormulaResponse Response(FormulaTokens tokens)
    {
        if (tokens.Next == "~")
            return new FormulaResponse.None();
        if (tokens.Next != "Surv" || tokens.AfterNext != "(")
            return new FormulaResponse.Value(Expression(tokens));

        tokens.Read();
        tokens.Require("(");
        var first = Expression(tokens);
        tokens.Require(",");
        var second = Expression(tokens);
        var third = tokens.Take(",") ? Expression(tokens) : null;
        tokens.Require(")");
        return third is null
            ? new FormulaResponse.Survival(null, first, second)
            : new FormulaResponse.Survival(first, second, third);
    }

    public static FormulaSum Sum(FormulaTokens tokens)
    {
        var sum = new FormulaSum();
        var removes = tokens.Take("-");
        do
        {
            if (!TakeApart(tokens, sum, removes))
            {
                if (removes)
                    sum.Remove(Crossing(tokens, sum));
                else
                    sum.Add(Crossing(tokens, sum));
            }
            removes = tokens.Next == "-";
        }
        while (tokens.Take("+") || tokens.Take("-"));
        return sum;
    }

    // What is no term of the design: 1, strata, cluster, offset.
    static bool TakeApart(FormulaTokens tokens, FormulaSum sum, bool removes)
    {
        switch (tokens.Next)
        {
            case "1" when !removes:
                tokens.Read();
                return true;
            case "0" or "1":
                throw tokens.Problem("terms that keep the intercept: it cannot be taken out here");
            case "strata" or "cluster" or "offset" when tokens.AfterNext == "(" && removes:
                throw tokens.Problem($"a term: leave {tokens.Next}() out of the formula instead");
            case "strata" when tokens.AfterNext == "(":
                sum.AddStrata(Names(tokens));
                return true;
            case "cluster" when tokens.AfterNext == "(":
                var at = tokens.Column;
                string[] columns = [.. Names(tokens)];
                sum.Cluster = columns is [var only] && sum.Cluster is null
                    ? only
                    : throw new FormulaException($"Found more than one column to cluster by at column {at}. Expected one.", at);
                return true;
            case "offset" when tokens.AfterNext == "(":
                tokens.Read();
                tokens.Require("(");
                sum.AddOffset(Expression(tokens));
                tokens.Require(")");
                return true;
            default:
                return false;
        }
    }

    static IEnumerable<ImmutableSortedSet<int>> Crossing(FormulaTokens tokens, FormulaSum sum)
    {
        List<ImmutableSortedSet<int>> left = [.. Interaction(tokens, sum)];
        while (tokens.Take("*"))
        {
            var right = Interaction(tokens, sum).ToList();
            left = [.. left, .. right, .. Products(left, right)];
        }
        return left;
    }

    static IEnumerable<ImmutableSortedSet<int>> Interaction(FormulaTokens tokens, FormulaSum sum)
    {
        var left = Bracketed(tokens, sum);
        while (tokens.Take(":"))
            left = [.. Products(left, Bracketed(tokens, sum))];
        if (tokens.Next is "^" or "/")
            throw tokens.Problem("+, -, : or *; arithmetic stands in I(), such as I(x^2)");
        return left;
    }

    // (a + b) * c
    static List<ImmutableSortedSet<int>> Bracketed(FormulaTokens tokens, FormulaSum sum)
    {
        if (!tokens.Take("("))
            return [sum.Variable(Variable(tokens))];
        var terms = Crossing(tokens, sum).ToList();
        while (tokens.Take("+"))
            terms.AddRange(Crossing(tokens, sum));
        tokens.Require(")");
        return terms;
    }

    static IEnumerable<ImmutableSortedSet<int>> Products(
        List<ImmutableSortedSet<int>> left, List<ImmutableSortedSet<int>> right) =>
        from one in left from other in right select one.Union(other);

    static FormulaVariable Variable(FormulaTokens tokens)
    {
        var at = tokens.Column;
        switch (tokens.Next)
        {
            case "strata" or "cluster" or "offset" or "Surv" when tokens.AfterNext == "(":
                throw tokens.Problem($"a column: {tokens.Next}() stands by itself, joined by +");
            case "factor" when tokens.AfterNext == "(":
                tokens.Read();
                tokens.Require("(");
                var category = Expression(tokens);
                tokens.Require(")");
                return new FormulaVariable(tokens.Since(at), FormulaVariableKind.Category, category);
            case "rcs" when tokens.AfterNext == "(":
                tokens.Read();
                tokens.Require("(");
                var spline = Expression(tokens);
                tokens.Require(",");
                if (!int.TryParse(tokens.Next, NumberStyles.None, CultureInfo.InvariantCulture, out var knots)
                    || knots is < FewestKnots or > MostKnots)
                    throw tokens.Problem($"a number of knots from {FewestKnots} to {MostKnots}");
                tokens.Read();
                tokens.Require(")");
                return new FormulaVariable(tokens.Since(at), FormulaVariableKind.Spline, spline, knots);
            default:
                if (!FormulaTokens.IsName(tokens.Next))
                    throw tokens.Problem("a column, a function of one, or 1");
                var node = ExpressionParser.Atom(tokens);
                var label = tokens.Since(at);
                return new FormulaVariable(label.Trim('`'), FormulaVariableKind.AsIs, new Expression(label, node));
        }
    }

    static Expression Expression(FormulaTokens tokens)
    {
        var at = tokens.Column;
        var node = ExpressionParser.Condition(tokens);
        return new Expression(tokens.Since(at), node);
    }

    static IEnumerable<string> Names(FormulaTokens tokens)
    {
        tokens.Read();
        tokens.Require("(");
        var names = new List<string>();
        do
            names.Add(tokens.ReadName());
        while (tokens.Take(","));
        tokens.Require(")");
        return names;
    }
}
