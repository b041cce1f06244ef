using System.Collections.Immutable;

namespace Medulla.Qualification;

/// <summary>The methods of one topic, by the name that a case's <c>args.method</c> gives.</summary>
/// <param name="Name">As the topic file says it.</param>
/// <param name="Methods">From the request to what Medulla computes.</param>
public sealed record Topic(string Name, ImmutableDictionary<string, Func<CaseInput, Answer>> Methods)
{
    public static Topic Of(string name, params ReadOnlySpan<(string Method, Func<CaseInput, Answer> Answer)> methods)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Func<CaseInput, Answer>>(StringComparer.Ordinal);
        foreach (var (method, answer) in methods)
            all.Add(method, answer);
        return new Topic(name, all.ToImmutable());
    }
}
