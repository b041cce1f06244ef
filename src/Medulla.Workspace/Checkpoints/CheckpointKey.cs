using System.Security.Cryptography;
using System.Text;

namespace Medulla.Workspace.Checkpoints;

/// <summary>The key that signs checkpoints: ECDSA P-256.</summary>
/// <remarks>
/// Whoever has the key file and the checkpoint folder can write both anew; then only a line kept on paper finds a rewritten
/// journal. On Windows the key file has the permissions of its folder; elsewhere its owner alone reads it.
/// </remarks>
public sealed class CheckpointKey : IDisposable
{
    public const string FileName = "checkpoint.pem";
    public const string PublicFileName = "checkpoint.public.pem";

    readonly ECDsa key;

    CheckpointKey(ECDsa key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    /// <summary>First 16 digits of the SHA-256 of the public key.</summary>
    public string Id { get; }

    /// <summary>The key in a folder; made at first use, with its public half beside it to verify elsewhere.</summary>
    public static CheckpointKey Open(string keyFolder)
    {
        var path = Path.Combine(keyFolder, FileName);
        if (!File.Exists(path))
            Create(keyFolder, path);
        return FromPem(File.ReadAllText(path));
    }

    /// <summary>A key from PEM text; a public one verifies and cannot sign.</summary>
    /// <exception cref="ArgumentException">The text holds no key.</exception>
    public static CheckpointKey FromPem(string pem)
    {
        var read = ECDsa.Create();
        read.ImportFromPem(pem);
        return new CheckpointKey(read);
    }

    /// <exception cref="CryptographicException">Only the public half is here.</exception>
    public SignedCheckpoint Sign(Checkpoint checkpoint) => new(checkpoint, Id, Convert.ToBase64String(
        key.SignData(Encoding.UTF8.GetBytes(checkpoint.Line), HashAlgorithmName.SHA256)));

    public bool HasSigned(SignedCheckpoint signed)
    {
        var signature = new byte[signed.Signature.Length];
        return signed.Key == Id
            && Convert.TryFromBase64String(signed.Signature, signature, out var length)
            && key.VerifyData(
                Encoding.UTF8.GetBytes(signed.Checkpoint.Line), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();

    static void Create(string keyFolder, string path)
    {
        Directory.CreateDirectory(keyFolder);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Under a name of its own and then renamed: of two that start at once, one keeps its key and the other reads it.
        var draft = Path.Combine(keyFolder, $"{Guid.NewGuid():N}.draft");
        using (var writer = new StreamWriter(draft, options))
            writer.Write(made.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(draft, path, overwrite: false);
            File.WriteAllText(Path.Combine(keyFolder, PublicFileName), made.ExportSubjectPublicKeyInfoPem());
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
