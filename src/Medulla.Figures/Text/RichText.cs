using System.Collections.Immutable;

namespace Medulla.Figures.Text;

/// <summary>A stretch of text that is upright or italic.</summary>
public readonly record struct TextRun(string Text, bool Italic);

/// <summary>A line of text in which some stretches may be italic: <em>P</em>, <em>y</em>.</summary>
public sealed record RichText(ImmutableArray<TextRun> Runs)
{
    /// <summary>The characters alone.</summary>
    public string Plain => string.Concat(Runs.Select(run => run.Text));

    /// <summary>Reads the mini-markup of fixed words: <c>_P_</c> is italic. Never give it a name somebody typed.</summary>
    public static RichText Markup(string text) =>
        new([.. text.Split('_').Select((piece, place) => new TextRun(piece, place % 2 == 1))
            .Where(run => run.Text.Length > 0)]);

    public static RichText Italic(string text) => new([new TextRun(text, Italic: true)]);

    public static implicit operator RichText(string text) => FromString(text);

    /// <summary>Upright text, taken as it is: an underscore stays an underscore.</summary>
    public static RichText FromString(string text) => new([new TextRun(text, Italic: false)]);

    public static RichText operator +(RichText left, RichText right) => Add(left, right);

    public static RichText Add(RichText left, RichText right) => new([.. left.Runs, .. right.Runs]);

    public override string ToString() => Plain;
}
