using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>How the columns of a cohort measured elsewhere become participants, marker, endpoints and covariates.</summary>
/// <param name="Id">Column that names the participant.</param>
/// <param name="Marker">Column of the marker; the plan's <see cref="MarkerRule.ImportedColumn"/>.</param>
/// <param name="Notes">What has to be said beside every result from this cohort.</param>
public sealed record CohortMapping(
    Bilingual Title, CohortSource Source, string Id, string Marker,
    ImmutableArray<MappedEndpoint> Endpoints, ImmutableArray<MappedCovariate> Covariates, ImmutableArray<Bilingual> Notes)
{
    /// <summary>Every column that the file has to have, in the order in which they are named here.</summary>
    public IEnumerable<string> Columns =>
    [
        Id, Marker,
        .. Endpoints.SelectMany(endpoint => new[] { endpoint.Days, endpoint.Event }),
        .. Covariates.Select(covariate => covariate.Column),
    ];
}

/// <summary>Where a cohort's file comes from.</summary>
/// <param name="Citation">The paper to cite, with its DOI.</param>
/// <param name="Licence">Under which the data may be used.</param>
public sealed record CohortSource(Bilingual Name, string Citation, string Licence);

/// <param name="Code">Of an <see cref="Endpoint.ImportedTimeToEvent"/> of the definition.</param>
/// <param name="Days">Column with whole days; an empty cell is a participant without follow-up.</param>
/// <param name="Event">Column that says whether the event was seen.</param>
/// <param name="EventCode">Its value when it was, such as <c>1</c>; every other value is censored.</param>
public sealed record MappedEndpoint(string Code, string Days, string Event, string EventCode);

/// <param name="Column">An empty cell is a value that is not known.</param>
public sealed record MappedCovariate(string Column, MappedKind Kind);

public enum MappedKind
{
    Number,

    /// <summary>0 or 1.</summary>
    Flag,

    Category,
}
