using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Medulla.Study.Definition.Reading;

/// <summary>Reads YAML text to a tree of nodes.</summary>
/// <remarks>
/// From the parser's events rather than its representation model: that one gives up at the first field that stands
/// twice, and follows aliases, with which a few hundred characters unfold to gigabytes. Aliases are refused here, and
/// depth and size are limited before anything is built.
/// </remarks>
sealed class YamlTree
{
    const int LongestText = 2_000_000;
    const int DeepestNesting = 24;
    const int MostNodes = 100_000;

    readonly Parser events;
    readonly YamlReader reader;
    int nodeCount;

    YamlTree(string yaml, YamlReader reader)
    {
        events = new Parser(new StringReader(yaml));
        this.reader = reader;
    }

    /// <summary>Null when the text cannot be read; the reader then has the finding.</summary>
    public static YamlNode? Read(string yaml, YamlReader reader)
    {
        if (yaml.Length > LongestText)
        {
            reader.Report("file-too-long", Place.Start,
                $"Found {yaml.Length} characters. Expected no more than {LongestText}.");
            return null;
        }
        var tree = new YamlTree(yaml, reader);
        try
        {
            return tree.ReadFile();
        }
        catch (YamlException broken)
        {
            return tree.Refuse("yaml-broken", PlaceOf(broken.Start),
                $"Found text that is not YAML. {Sentence(broken.Message)}");
        }
        catch (InvalidOperationException)
        {
            // The scanner forgets to say what and where when a plain text in a list holds a bracket or colon too many.
            return tree.Refuse("yaml-broken", PlaceOf(tree.events.Current?.End ?? Mark.Empty),
                "Found text that is not YAML after this place. Expected a closing bracket, or quotes around a text with one.");
        }
    }

    YamlNode? ReadFile()
    {
        events.Consume<StreamStart>();
        if (events.TryConsume<StreamEnd>(out _))
        {
            reader.Report("file-empty", Place.Start, "Found nothing in the file. Expected fields.");
            return null;
        }
        events.Consume<DocumentStart>();
        if (ReadNode(depth: 1) is not { } root)
            return null;
        events.Consume<DocumentEnd>();
        if (events.TryConsume<DocumentStart>(out var second))
            reader.Report("second-document", PlaceOf(second.Start),
                "Found a second document after '---'. Expected one document in a file.");
        return root;
    }

    // Null ends the reading: what is wrong has been reported, and nothing after it can be trusted.
    YamlNode? ReadNode(int depth)
    {
        var place = events.Accept<ParsingEvent>(out var next) ? PlaceOf(next.Start) : Place.Start;
        if (events.TryConsume<AnchorAlias>(out var alias))
            return Refuse("alias-found", place,
                $"Found the alias '*{alias.Value}'. Expected the text itself: what a study says stands where it is read.");
        if (depth > DeepestNesting)
            return Refuse("nested-too-deeply", place,
                $"Found nodes nested more than {DeepestNesting} deep. Expected fewer levels.");
        if (++nodeCount > MostNodes)
            return Refuse("too-many-nodes", place, $"Found more than {MostNodes} nodes. Expected a shorter file.");

        if (events.TryConsume<SequenceStart>(out _))
            return ReadSequence(place, depth);
        if (events.TryConsume<MappingStart>(out _))
            return ReadMapping(place, depth);
        var scalar = events.Consume<Scalar>();
        return new YamlNode.Scalar(place, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    YamlNode.Sequence? ReadSequence(Place place, int depth)
    {
        var members = ImmutableArray.CreateBuilder<YamlNode>();
        while (!events.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(depth + 1) is not { } member)
                return null;
            members.Add(member);
        }
        return new(place, members.ToImmutable());
    }

    YamlNode.Mapping? ReadMapping(Place place, int depth)
    {
        var fields = ImmutableArray.CreateBuilder<YamlNode.Field>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!events.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not { } name || ReadNode(depth + 1) is not { } value)
                return null;
            if (name is not YamlNode.Scalar scalar)
                reader.Report("field-name-not-text", name.Place,
                    $"Found {name.Describe()} as the name of a field. Expected text.");
            else if (names.Add(scalar.Text))
                fields.Add(new(scalar, value));
            else
                reader.Report("field-twice", name.Place, $"Found field '{scalar.Text}' twice. Expected it once.");
        }
        return new(place, fields.ToImmutable());
    }

    YamlNode? Refuse(string rule, Place place, string message)
    {
        reader.Report(rule, place, message);
        return null;
    }

    static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
