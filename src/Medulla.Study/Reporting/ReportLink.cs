using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>What made a number: a place in the report itself and, where the program shows it, a page.</summary>
/// <param name="Anchor">Id of an element of the report; always there, so that the file alone carries the way back.</param>
/// <param name="Page">Site-relative address; null when the report itself is the best place.</param>
public sealed record ReportLink(string Anchor, string? Page = null)
{
    /// <summary>The address for a reader of this profile.</summary>
    public string Address(Profile profile) => profile == Profile.Screen && Page is not null ? Page : "#" + Anchor;
}
