using System.Collections.Immutable;

namespace Medulla.Statistics.Formulas;

/// <summary>How a variable enters the design.</summary>
public enum FormulaVariableKind
{
    /// <summary>Numbers as they are; the texts of a column as categories.</summary>
    AsIs,

    /// <summary><c>factor(x)</c>: each value is a category.</summary>
    Category,

    /// <summary><c>rcs(x, knots)</c>: a restricted cubic spline.</summary>
    Spline,
}

/// <summary>One variable of a formula.</summary>
/// <param name="Label">As written: <c>log(x)</c>.</param>
/// <param name="Kind">How it enters.</param>
/// <param name="Value">Per row.</param>
/// <param name="Knots">Of a spline; 0 elsewhere.</param>
public sealed record FormulaVariable(string Label, FormulaVariableKind Kind, Expression Value, int Knots = 0);

/// <summary>A main effect, or the interaction of several variables.</summary>
/// <param name="Variables">In the order in which the formula first names them.</param>
public sealed record FormulaTerm(ImmutableArray<FormulaVariable> Variables)
{
    /// <summary>R's: <c>a:b</c>.</summary>
    public string Label => string.Join(':', Variables.Select(variable => variable.Label));
}
