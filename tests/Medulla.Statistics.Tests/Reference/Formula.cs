using System.Globalization;
using System.Text.RegularExpressions;

namespace Medulla.Statistics.Tests.Reference;

/// <summary>The arithmetic of R that the reference cases use: per row a number, or null where something is missing.</summary>
/// <remarks>Comparisons give 1 or 0; <c>a:b</c> is a product; <c>factor</c> is left to the caller.</remarks>
public sealed partial class Formula
{
    readonly string[] tokens;
    readonly Func<string, int, double?> column;
    int position;

    Formula(string text, Func<string, int, double?> column)
    {
        tokens = [.. Token().Matches(text).Select(match => match.Value)];
        this.column = column;
    }

    public static Func<int, double?> Compile(string text, Func<string, int, double?> column)
    {
        var formula = new Formula(text, column);
        var compiled = formula.Conjunction();
        Assert.True(formula.position == formula.tokens.Length, $"Found more than an expression in '{text}'.");
        return compiled;
    }

    /// <summary>The names in a formula, functions included.</summary>
    public static IEnumerable<string> Names(string text) =>
        Token().Matches(text).Select(match => match.Value).Where(token => char.IsLetter(token[0]));

    Func<int, double?> Conjunction()
    {
        var left = Comparison();
        while (Take("&"))
        {
            var (first, second) = (left, Comparison());
            left = row => first(row) * second(row);
        }

        return left;
    }

    Func<int, double?> Comparison()
    {
        var left = Sum();
        foreach (var sign in new[] { "==", "<=", ">=", "<", ">" })
        {
            if (!Take(sign))
                continue;
            var right = Sum();
            return row => (left(row), right(row)) is ({ } one, { } other)
                ? sign switch
                {
                    "==" => one == other,
                    "<=" => one <= other,
                    ">=" => one >= other,
                    "<" => one < other,
                    _ => one > other,
                } ? 1 : 0
                : null;
        }

        return left;
    }

    Func<int, double?> Sum()
    {
        var left = Product();
        while (true)
        {
            var first = left;
            if (Take("+"))
            {
                var second = Product();
                left = row => first(row) + second(row);
            }
            else if (Take("-"))
            {
                var second = Product();
                left = row => first(row) - second(row);
            }
            else
            {
                return left;
            }
        }
    }

    Func<int, double?> Product()
    {
        var left = Power();
        while (true)
        {
            var first = left;
            if (Take("*") || Take(":"))
            {
                var second = Power();
                left = row => first(row) * second(row);
            }
            else if (Take("/"))
            {
                var second = Power();
                left = row => first(row) / second(row);
            }
            else
            {
                return left;
            }
        }
    }

    Func<int, double?> Power()
    {
        if (Take("-"))
        {
            var negated = Power();
            return row => -negated(row);
        }

        var left = Atom();
        if (!Take("^"))
            return left;
        var right = Power();
        return row => (left(row), right(row)) is ({ } one, { } other) ? Math.Pow(one, other) : null;
    }

    Func<int, double?> Atom()
    {
        if (Take("!"))
        {
            var negated = Atom();
            return row => 1 - negated(row);
        }

        if (Take("("))
            return Closed();

        var token = tokens[position++];
        if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return _ => number;
        if (!Take("("))
            return row => column(token, row);

        var inner = Closed();
        return token switch
        {
            "I" => inner,
            "log" => row => inner(row) is { } value ? Math.Log(value) : null,
            "exp" => row => inner(row) is { } value ? Math.Exp(value) : null,
            "is.na" => row => inner(row) is null ? 1 : 0,
            "seq_along" => row => row + 1,
            _ => throw new NotSupportedException($"Found the function {token}. Expected one the reference cases use."),
        };
    }

    Func<int, double?> Closed()
    {
        var inner = Conjunction();
        Assert.True(Take(")"), "Found no closing bracket.");
        return inner;
    }

    bool Take(string token)
    {
        if (position >= tokens.Length || tokens[position] != token)
            return false;
        position++;
        return true;
    }

    [GeneratedRegex(
        @"[A-Za-z_][A-Za-z0-9_.]*|[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|==|<=|>=|[-+*/^():<>&!]", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
