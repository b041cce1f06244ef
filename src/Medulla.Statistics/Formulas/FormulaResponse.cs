namespace Medulla.Statistics.Formulas;

/// <summary>What stands left of the <c>~</c>.</summary>
public abstract record FormulaResponse
{
    FormulaResponse()
    {
    }

    internal abstract IEnumerable<Expression> Expressions { get; }

    /// <summary>Nothing.</summary>
    public sealed record None : FormulaResponse
    {
        internal override IEnumerable<Expression> Expressions => [];
    }

    /// <summary>A column, or an expression over columns.</summary>
    public sealed record Value(Expression Expression) : FormulaResponse
    {
        internal override IEnumerable<Expression> Expressions => [Expression];
    }

    /// <summary><c>Surv(time, status)</c>, or <c>Surv(start, stop, status)</c> for rows (start, stop].</summary>
    /// <param name="Start">Null where observation begins at 0.</param>
    /// <param name="Time">Last time of the row.</param>
    /// <param name="Status">1 for the event and 0 for censored; causes by code where risks compete.</param>
    public sealed record Survival(Expression? Start, Expression Time, Expression Status) : FormulaResponse
    {
        internal override IEnumerable<Expression> Expressions => Start is null ? [Time, Status] : [Start, Time, Status];
    }
}
