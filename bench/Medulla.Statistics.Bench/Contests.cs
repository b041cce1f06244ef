namespace Medulla.Statistics.Bench;

/// <summary>All contests: one file each in <c>Contests/</c>, found by their <c>Contest</c> property.</summary>
static class Contests
{
    public static IEnumerable<Contest> All { get; } =
        [.. typeof(Contests).Assembly.GetTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(Contest) && property.GetMethod!.IsStatic)
            .OrderBy(property => property.DeclaringType!.Name, StringComparer.Ordinal)
            .Select(property => (Contest)property.GetValue(null)!)];
}
