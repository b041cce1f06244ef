using System.Buffers;
using System.Security.Cryptography;

namespace Medulla.Workspace;

/// <summary>Raw files under the SHA-256 of their bytes: what a fact cites can be shown again.</summary>
public sealed class AttachmentStore(string path)
{
    const int BufferBytes = 81_920;

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Stores bytes; bytes that are already there stay as they are.</summary>
    /// <returns>Their SHA-256: 64 lower-case hexadecimal digits. When the task ends, the bytes are on the disk.</returns>
    public async Task<string> StoreAsync(Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        var draft = Path.Combine(path, $"{Guid.NewGuid():N}.draft");
        try
        {
            var hash = await CopyAsync(content, draft, cancellation);
            var place = PlaceOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!TryRename(draft, place) && await HashAsync(place, cancellation) != hash)
                File.Move(draft, place, overwrite: true); // damaged: the name leaves no other choice of bytes
            return hash;
        }
        finally
        {
            File.Delete(draft); // nothing happens when it was renamed
        }
    }

    public Task<string> StoreAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        StoreAsync(new MemoryStream(content.ToArray(), writable: false), cancellation);

    public bool Contains(string sha256) => File.Exists(PlaceOf(sha256));

    /// <exception cref="FileNotFoundException">There are no such bytes.</exception>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were stored.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation)
    {
        var place = PlaceOf(sha256);
        if (!File.Exists(place))
            throw new FileNotFoundException(
                $"Found no attachment {sha256}. Expected it in the workspace's attachments.", place);
        var bytes = await File.ReadAllBytesAsync(place, cancellation);
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return found == sha256
            ? bytes
            : throw new InvalidDataException(
                $"Found bytes of SHA-256 {found} in attachment {sha256}. Expected those that were stored.");
    }

    /// <exception cref="ArgumentException">The text is not a SHA-256; so that no text leads out of the folder.</exception>
    string PlaceOf(string sha256) => sha256.Length == 2 * SHA256.HashSizeInBytes && !sha256.AsSpan().ContainsAnyExcept(Digits)
        ? Path.Combine(path, sha256[..2], sha256)
        : throw new ArgumentException($"Found '{sha256}'. Expected 64 lower-case hexadecimal digits.", nameof(sha256));

    static async Task<string> CopyAsync(Stream content, string draft, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[BufferBytes];
        while (await content.ReadAsync(buffer, cancellation) is var length and > 0)
        {
            hash.AppendData(buffer, 0, length);
            await file.WriteAsync(buffer.AsMemory(0, length), cancellation);
        }
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Of two that store the same bytes at once, the second finds them there.
    static bool TryRename(string draft, string place)
    {
        try
        {
            File.Move(draft, place, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(place))
        {
            return false;
        }
    }

    static async Task<string> HashAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }
}
