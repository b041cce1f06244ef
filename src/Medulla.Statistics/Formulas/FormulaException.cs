namespace Medulla.Statistics.Formulas;

/// <summary>A formula or a condition that cannot be read, or that asks for what the data do not hold.</summary>
public sealed class FormulaException(string message, int? column = null) : Exception(message)
{
    /// <summary>Where in the text, counted from 1; null where the text is in order and the data are not.</summary>
    public int? Column { get; } = column;
}
