namespace Medulla.Statistics.Formulas;

/// <summary>A part of an expression: what it reads, and its value per row.</summary>
abstract record ExpressionNode
{
    ExpressionNode()
    {
    }

    public abstract IEnumerable<string> Columns();

    /// <summary>Null where something missing decides.</summary>
    public abstract Func<int, double?> Over(DataFrame data);

    public sealed record Constant(double Value) : ExpressionNode
    {
        public override IEnumerable<string> Columns() => [];

        public override Func<int, double?> Over(DataFrame data) => _ => Value;
    }

    public sealed record Cell(string Column) : ExpressionNode
    {
        public override IEnumerable<string> Columns() => [Column];

        public override Func<int, double?> Over(DataFrame data) => row => data.Number(Column, row);
    }

    public sealed record TextComparison(string Column, string Text, bool Equal) : ExpressionNode
    {
        public override IEnumerable<string> Columns() => [Column];

        public override Func<int, double?> Over(DataFrame data) =>
            row => data.Text(Column, row) is { } text ? text == Text == Equal ? 1 : 0 : null;
    }

    public sealed record Unary(string Operation, ExpressionNode Inner) : ExpressionNode
    {
        public override IEnumerable<string> Columns() => Inner.Columns();

        public override Func<int, double?> Over(DataFrame data)
        {
            if (Operation == "seq_along")
                return row => data.OriginalRow(row);
            if (Operation == "is.na" && Inner is Cell cell)
                return row => data.IsMissing(cell.Column, row) ? 1 : 0;

            var inner = Inner.Over(data);
            return Operation switch
            {
                "is.na" => row => inner(row) is null ? 1 : 0,
                "-" => row => -inner(row),
                "!" => row => inner(row) is { } value ? value == 0 ? 1 : 0 : null,
                "log" => row => inner(row) is { } value ? Math.Log(value) : null,
                "log2" => row => inner(row) is { } value ? Math.Log2(value) : null,
                "log10" => row => inner(row) is { } value ? Math.Log10(value) : null,
                "exp" => row => inner(row) is { } value ? Math.Exp(value) : null,
                _ => row => inner(row) is { } value ? Math.Sqrt(value) : null,
            };
        }
    }

    public sealed record Binary(string Operation, ExpressionNode Left, ExpressionNode Right) : ExpressionNode
    {
        public override IEnumerable<string> Columns() => Left.Columns().Concat(Right.Columns());

        public override Func<int, double?> Over(DataFrame data)
        {
            var (left, right) = (Left.Over(data), Right.Over(data));
            return Operation switch
            {
                "&" => row => (left(row), right(row)) switch
                {
                    (0, _) or (_, 0) => 0,
                    (null, _) or (_, null) => null,
                    _ => 1,
                },
                "|" => row => (left(row), right(row)) switch
                {
                    ({ } one, _) when one != 0 => 1,
                    (_, { } other) when other != 0 => 1,
                    (null, _) or (_, null) => null,
                    _ => 0,
                },
                _ => row => left(row) is { } one && right(row) is { } other ? Value(one, other) : null,
            };
        }

        double Value(double one, double other) => Operation switch
        {
            "+" => one + other,
            "-" => one - other,
            "*" => one * other,
            "/" => one / other,
            "^" => Math.Pow(one, other),
            "==" => one == other ? 1 : 0,
            "!=" => one != other ? 1 : 0,
            "<=" => one <= other ? 1 : 0,
            ">=" => one >= other ? 1 : 0,
            "<" => one < other ? 1 : 0,
            _ => one > other ? 1 : 0,
        };
    }
}
