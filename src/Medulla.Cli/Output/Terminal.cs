using System.Text;

namespace Medulla.Cli.Output;

/// <summary>Where lines go.</summary>
/// <param name="IsTerminal">A person looks at a screen; otherwise plain lines for a file or another program.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool IsTerminal)
{
    public static Terminal OfThisProcess()
    {
        // Chinese must come out whole on a Windows console too; without the mark, which would stand in every file.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, !Console.IsOutputRedirected);
    }
}
