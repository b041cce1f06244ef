using System.Security.Cryptography;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests;

public sealed class AttachmentStoreTests : IDisposable
{
    static readonly byte[] Plate = [0, 1, 2, 0xff, 0xd8, (byte)'\r', (byte)'\n'];

    readonly TestFolder folder = new();

    AttachmentStore Store => new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Gives_back_the_bytes_under_their_hash()
    {
        var hash = await Store.StoreAsync(Plate, Cancellation);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Plate)), hash);
        Assert.True(Store.Contains(hash));
        Assert.Equal(Plate, await Store.ReadAsync(hash, Cancellation));
        Assert.Equal(hash, Path.GetFileName(Assert.Single(Files())));
    }

    [Fact]
    public async Task The_same_bytes_twice_are_one_file()
    {
        var hashes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.StoreAsync(Plate, Cancellation))));

        Assert.Single(hashes.Distinct());
        Assert.Single(Files());
    }

    [Fact]
    public async Task Damaged_bytes_are_not_given_out_and_storing_them_again_mends_them()
    {
        var hash = await Store.StoreAsync(Plate, Cancellation);
        await File.WriteAllBytesAsync(Files()[0], [1, 2, 3], Cancellation);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Store.ReadAsync(hash, Cancellation));
        Assert.EndsWith($"in attachment {hash}. Expected those that were stored.", error.Message);

        await Store.StoreAsync(Plate, Cancellation);
        Assert.Equal(Plate, await Store.ReadAsync(hash, Cancellation));
    }

    [Fact]
    public async Task Bytes_that_stop_half_way_leave_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.StoreAsync(new BrokenStream(), Cancellation));

        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task A_text_that_is_no_hash_leads_nowhere(string text)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadAsync(text, Cancellation));

        Assert.StartsWith($"Found '{text}'. Expected 64 lower-case hexadecimal digits.", error.Message);
    }

    [Fact]
    public async Task Bytes_that_were_never_stored_are_named()
    {
        var hash = new string('0', 64);

        var error = await Assert.ThrowsAsync<FileNotFoundException>(() => Store.ReadAsync(hash, Cancellation));

        Assert.StartsWith($"Found no attachment {hash}.", error.Message);
    }

    string[] Files() => Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);

    sealed class BrokenStream : MemoryStream
    {
        int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ == 0 ? ValueTask.FromResult(buffer.Length) : throw new IOException("The network went away.");
    }
}
