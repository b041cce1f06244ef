namespace Medulla.Qualification;

/// <summary>What Medulla computed for a case, in the members and shapes of the case's result.</summary>
/// <remarks>Null where a number does not exist. A member that is not set counts as not computed.</remarks>
public sealed class Answer
{
    readonly Dictionary<string, object?> members = new(StringComparer.Ordinal);

    public Answer Set(string member, double? value) => Put(member, value);

    public Answer Set(string member, bool value) => Put(member, value ? 1.0 : 0.0);

    public Answer Set(string member, IEnumerable<double> values) => Put(member, List(values.Select(value => (double?)value)));

    public Answer Set(string member, IEnumerable<double?> values) => Put(member, List(values));

    public Answer Set(string member, IEnumerable<IEnumerable<double>> rows) =>
        Put(member, rows.Select(row => (object?)List(row.Select(value => (double?)value))).ToArray());

    public Answer Set(string member, IEnumerable<IEnumerable<double?>> rows) =>
        Put(member, rows.Select(row => (object?)List(row)).ToArray());

    public Answer Set(string member, Answer part) => Put(member, part);

    public Answer Set(string member, IEnumerable<Answer> parts) => Put(member, parts.Cast<object?>().ToArray());

    internal object? Find(string member) => members.GetValueOrDefault(member);

    Answer Put(string member, object? value)
    {
        members[member] = value;
        return this;
    }

    static object?[] List(IEnumerable<double?> values) => [.. values.Select(value => (object?)value)];
}
