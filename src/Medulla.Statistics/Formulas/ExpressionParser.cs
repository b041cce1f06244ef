using System.Globalization;

namespace Medulla.Statistics.Formulas;

/// <summary>Reads an expression with R's precedence, loosest first.</summary>
static class ExpressionParser
{
    static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];
    static readonly string[] Functions = ["I", "log", "log2", "log10", "exp", "sqrt", "is.na", "seq_along"];

    public static ExpressionNode Condition(FormulaTokens tokens)
    {
        var left = Conjunction(tokens);
        while (tokens.Take("|"))
            left = new ExpressionNode.Binary("|", left, Conjunction(tokens));
        return left;
    }

    static ExpressionNode Conjunction(FormulaTokens tokens)
    {
        var left = Comparison(tokens);
        while (tokens.Take("&"))
            left = new ExpressionNode.Binary("&", left, Comparison(tokens));
        return left;
    }

    static ExpressionNode Comparison(FormulaTokens tokens)
    {
        if (tokens.Take("!"))
            return new ExpressionNode.Unary("!", Comparison(tokens));

        var left = Sum(tokens);
        foreach (var sign in Comparisons)
        {
            if (!tokens.Take(sign))
                continue;
            if (left is ExpressionNode.Cell cell && sign is "==" or "!=" && tokens.Next is ['\'' or '"', ..])
                return new ExpressionNode.TextComparison(cell.Column, tokens.Read()[1..^1], sign == "==");
            return new ExpressionNode.Binary(sign, left, Sum(tokens));
        }

        return left;
    }

    static ExpressionNode Sum(FormulaTokens tokens)
    {
        var left = Product(tokens);
        while (tokens.Next is "+" or "-")
            left = new ExpressionNode.Binary(tokens.Read(), left, Product(tokens));
        return left;
    }

    internal static ExpressionNode Product(FormulaTokens tokens)
    {
        var left = Negation(tokens);
        while (tokens.Next is "*" or "/" or ":")
            left = new ExpressionNode.Binary(tokens.Read() is "/" ? "/" : "*", left, Negation(tokens));
        return left;
    }

    static ExpressionNode Negation(FormulaTokens tokens) =>
        tokens.Take("-") ? new ExpressionNode.Unary("-", Negation(tokens)) : Power(tokens);

    static ExpressionNode Power(FormulaTokens tokens)
    {
        var left = Atom(tokens);
        return tokens.Take("^") ? new ExpressionNode.Binary("^", left, Negation(tokens)) : left;
    }

    /// <summary>A column, a number, a bracket or a function of such: what needs no <c>I()</c> in a formula.</summary>
    internal static ExpressionNode Atom(FormulaTokens tokens)
    {
        if (tokens.Take("("))
            return Closed(tokens);
        if (tokens.Next is { } word && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            tokens.Read();
            return new ExpressionNode.Constant(number);
        }

        if (!FormulaTokens.IsName(tokens.Next))
            throw tokens.Problem("a column, a number or a bracket");
        if (tokens.AfterNext != "(")
            return new ExpressionNode.Cell(tokens.ReadName());
        if (!Functions.Contains(tokens.Next))
            throw tokens.Problem($"a column or one of the functions {string.Join(", ", Functions)}");

        var function = tokens.Read();
        tokens.Require("(");
        var inner = Closed(tokens);
        return function == "I" ? inner : new ExpressionNode.Unary(function, inner);
    }

    static ExpressionNode Closed(FormulaTokens tokens)
    {
        var inner = Condition(tokens);
        tokens.Require(")");
        return inner;
    }
}
