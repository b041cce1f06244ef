using System.Security.Cryptography;
using System.Text;
using Medulla.Cli.Output;

namespace Medulla.Cli.Input;

/// <summary>A file that somebody named: its bytes, and what findings call it.</summary>
/// <param name="Name">The path as it was typed, so that an editor can jump to it.</param>
sealed record SourceFile(string Name, byte[] Bytes)
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The last part of the path: what the journal keeps.</summary>
    public string ShortName => Path.GetFileName(Name);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Null, with the reason printed, when it cannot be read.</summary>
    public static async Task<SourceFile?> ReadAsync(string path, Printer printer, CancellationToken cancellation)
    {
        if (File.Exists(path))
            return new SourceFile(path, await File.ReadAllBytesAsync(path, cancellation));
        printer.Problem("file-missing", Directory.Exists(path)
            ? new($"Found a folder {path}. Expected a file.", $"{path} 是文件夹，应为文件。")
            : new($"Found no file {path}. Expected one.", $"没有文件 {path}。"));
        return null;
    }

    /// <summary>Null, with the reason printed, when it is not UTF-8.</summary>
    public string? Text(Printer printer)
    {
        try
        {
            return Utf8.GetString(Bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            printer.Problem("not-utf8", new(
                $"Found bytes in {Name} that are not UTF-8. Save the file as UTF-8.", $"{Name} 不是 UTF-8 编码，请以 UTF-8 保存。"));
            return null;
        }
    }
}
