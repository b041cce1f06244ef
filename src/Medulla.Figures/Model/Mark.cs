using System.Collections.Immutable;

namespace Medulla.Figures;

/// <summary>What one point of a figure stands for: who or what it is, and where to read more.</summary>
/// <param name="Label">Names it to a person, once in the figure: "MED-007: censored at 18.4 months".</param>
/// <param name="Data">For machines, keys without the <c>data-</c>; written on pages only.</param>
public sealed record Mark(string Label, string? Target = null, ImmutableSortedDictionary<string, string>? Data = null)
{
    /// <summary>Site-relative address; null when there is nothing to open.</summary>
    /// <exception cref="ArgumentException">The address leaves the site.</exception>
    public string? Target { get; } =
        Target is null || (Target.StartsWith('/') && !Target.StartsWith("//", StringComparison.Ordinal)
            && !Target.Contains('\\', StringComparison.Ordinal))
            ? Target
            : throw new ArgumentException(
                $"Found the address \"{Target}\" on the mark \"{Label}\". "
                    + "Expected one within the site, beginning with one slash.",
                nameof(Target));
}
