using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>landmark_timevarying</c>.</summary>
static class LandmarkAndTimeVaryingTopic
{
    public static Topic Topic { get; } = Topic.Of("landmark_timevarying",
        ("landmark", AtLandmark), ("time_dependent_cox", TimeDependent), ("naive_responder", Naive));

    static Answer AtLandmark(CaseInput input)
    {
        var landmark = Landmark.At(input.Number("landmark"), input.FollowUps(), ResponseTimes(input));
        var columns = Columns(input, landmark.Column, landmark.Select);
        var answer = Table(new Answer(), [.. landmark.FollowUps], columns, CoxCases.Options(input))
            .Set("n", landmark.Participants.Length)
            .Set("n_resp", landmark.Responded.Count(responded => responded));
        SurvivalGroup[] groups = [.. new[] { false, true }
            .Select(response => new SurvivalGroup($"resp={(response ? 1 : 0)}",
                [.. landmark.FollowUps.Where((_, place) => landmark.Responded[place] == response)]))
            .Where(group => group.FollowUps.Count > 0)];
        if (groups.Length == 2)
            answer.Set("logrank_chisq", LogRank.Compare(groups).ChiSquare);

        // R leaves out times beyond the end of a curve.
        var rows = groups.SelectMany(group => input.Numbers("times")
            .Where(time => time <= group.FollowUps.Max(one => one.Time))
            .Select(time => (Time: time, At: Step(KaplanMeier.Estimate(group.FollowUps), time)))).ToArray();
        return answer.Set("km", new Answer()
            .Set("time", rows.Select(row => row.Time))
            .Set("surv", rows.Select(row => row.At.Survival))
            .Set("se", rows.Select(row => row.At.StandardError)));
    }

    static Answer TimeDependent(CaseInput input)
    {
        var split = TimeDependentCovariate.Split(input.FollowUps(), ResponseTimes(input));
        return Table(new Answer(), [.. split.FollowUps], Columns(input, split.Column, split.Repeat), CoxCases.Options(input))
            .Set("rows", split.FollowUps.Length)
            .Set("events", split.FollowUps.Count(one => one.EventObserved));
    }

    static Answer Naive(CaseInput input)
    {
        var responded = ResponseTimes(input).Select(time => time is not null).ToArray();
        var columns = Columns(input,
            name => new Covariate(name, [.. responded.Select(one => one ? 1.0 : 0.0)]), column => column);
        return Table(new Answer(), input.FollowUps(), columns, CoxCases.Options(input));
    }

    static Answer Table(Answer answer, FollowUp[] followUps, IReadOnlyList<Covariate> columns, CoxOptions options)
    {
        var (fit, places) = CoxCases.Fit(followUps, columns, options);
        return answer
            .Set("coef", places.Select(place => place is { } known ? fit.Coefficients[known].Estimate : (double?)null))
            .Set("se", places.Select(place => place is { } known ? fit.Coefficients[known].StandardError : 0))
            .Set("loglik", [fit.NullLogLikelihood, fit.LogLikelihood]);
    }

    static (double Survival, double? StandardError) Step(KaplanMeier curve, double time) =>
        curve.Steps.LastOrDefault(step => step.Time <= time) is { } step ? (step.Survival, step.StandardError) : (1, 0);

    // The column that the method makes, where the request names it; all others from the cohort.
    static Covariate[] Columns(CaseInput input, Func<string, Covariate> made, Func<Covariate, Covariate> other) =>
        [.. input.Texts("covariates").SelectMany(name => input.Texts("derived").Contains(name, StringComparer.Ordinal)
            ? [made(name)]
            : input.Columns(name).Select(other))];

    static double?[] ResponseTimes(CaseInput input)
    {
        var (times, status) = (input.Text("response_time"), input.Text("response_status"));
        return [.. Enumerable.Range(0, input.Count).Select(row =>
            input.Rows.Number(status, row) is 1 ? input.Rows.Number(times, row) : null)];
    }
}
