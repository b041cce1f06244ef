using System.Diagnostics;

namespace Medulla.Qualification;

/// <summary>What became of one case.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Numbers">Each number of its result; empty where the case was not run or could not be computed.</param>
/// <param name="NotRun">Why it was not run; null where it was.</param>
/// <param name="Problem">What stopped the computation; null where nothing did.</param>
public sealed record CaseOutcome(
    ReferenceCase Reference, IReadOnlyList<ComparedNumber> Numbers, string? NotRun = null, string? Problem = null)
{
    public bool Failed => NotRun is null && (Problem is not null || Numbers.Any(number => !number.Agrees));
}

/// <summary>Runs reference cases one after the other.</summary>
public sealed class QualificationRun(IReadOnlyList<Topic> topics, CohortFolder cohorts)
{
    /// <summary>The case is mapped by its topic and its request; neither its label nor its result takes part.</summary>
    public CaseOutcome Run(ReferenceCase reference)
    {
        if (topics.FirstOrDefault(topic => topic.Name == reference.Topic) is not { } known)
            return new CaseOutcome(reference, [], NotRun: $"Found the topic {reference.Topic}. "
                + $"Expected one of {string.Join(", ", topics.Select(topic => topic.Name))}.");
        if (!known.Methods.TryGetValue(reference.Method, out var compute))
            return new CaseOutcome(reference, [], NotRun: $"Found the method {reference.Method} of {reference.Topic}. "
                + $"Expected one of {string.Join(", ", known.Methods.Keys.Order(StringComparer.Ordinal))}.");

        try
        {
            var input = CaseInput.Of(reference, cohorts);
            return new CaseOutcome(reference, Comparison.Of(reference, input, compute(input)));
        }
        catch (Exception problem) when (problem is not UnreachableException)
        {
            // Whatever stops one case must not stop the judgement of the others; it is that case's failure.
            return new CaseOutcome(reference, [], Problem: $"{problem.GetType().Name}: {problem.Message}");
        }
    }
}
