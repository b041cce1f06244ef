using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medulla.Study.Journal;

/// <summary>The hash that chains every journal entry to all before it.</summary>
/// <remarks>
/// SHA-256 over the previous seal (32 bytes, zeros before position 1) and then study, position, recorded-at, actor,
/// fact name, fact version and payload, each in UTF-8 as <c>&lt;byte length&gt;:&lt;bytes&gt;</c>.
/// <c>tools/verify_journal.py</c> computes the same in thirty lines.
/// </remarks>
public static class Seal
{
    /// <summary>What stands before the first entry.</summary>
    public static ReadOnlySpan<byte> Origin => new byte[SHA256.HashSizeInBytes];

    public static byte[] Over(
        ReadOnlySpan<byte> previousSeal, string study, long position, string recordedAt,
        string actor, string factName, int factVersion, string payload)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + payload.Length);
        buffer.Write(previousSeal);
        Append(buffer, study);
        Append(buffer, position.ToString(CultureInfo.InvariantCulture));
        Append(buffer, recordedAt);
        Append(buffer, actor);
        Append(buffer, factName);
        Append(buffer, factVersion.ToString(CultureInfo.InvariantCulture));
        Append(buffer, payload);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    public static byte[] Over(ReadOnlySpan<byte> previousSeal, JournalRow row) => Over(
        previousSeal, row.Study, row.Position, row.RecordedAt, row.Actor, row.FactName, row.FactVersion, row.Payload);

    /// <summary>As people read and compare it: 64 lower-case hexadecimal digits.</summary>
    public static string Text(ReadOnlySpan<byte> seal) => Convert.ToHexStringLower(seal);

    static void Append(ArrayBufferWriter<byte> buffer, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(length.ToString(CultureInfo.InvariantCulture) + ":", buffer);
        Encoding.UTF8.GetBytes(text, buffer);
    }
}
