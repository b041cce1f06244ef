namespace Medulla.Figures;

/// <summary>For whom the SVG is written: what it may link to and whom it may name.</summary>
public enum Profile
{
    /// <summary>A page: links, read-out data and participant numbers, already filtered by the reader's role.</summary>
    Screen,

    /// <summary>The report: data of groups, no links, nobody's number.</summary>
    Report,

    /// <summary>A submission: the drawing alone.</summary>
    Journal,
}
