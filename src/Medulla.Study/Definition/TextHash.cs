using System.Security.Cryptography;
using System.Text;

namespace Medulla.Study.Definition;

/// <summary>The hash by which a text is cited.</summary>
public static class TextHash
{
    /// <summary>SHA-256 of the text in UTF-8: 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
