using System.Security.Cryptography;
using System.Text;
using Medulla.Study.Journal;

namespace Medulla.Study.Tests.Journal;

public sealed class SealTests
{
    static readonly JournalRow Row = new("leptin", 1, "2025-09-01T08:00:00.0000000Z", "Li (not authenticated)", "Noted", 1, "{\"文\":\"𠮷\"}", []);

    [Fact]
    public void Every_text_is_sealed_with_its_length_in_bytes()
    {
        byte[] byHand =
        [
            .. new byte[32],
            .. "6:leptin"u8, .. "1:1"u8, .. "28:2025-09-01T08:00:00.0000000Z"u8, .. "22:Li (not authenticated)"u8,
            .. "5:Noted"u8, .. "1:1"u8, .. "14:{\"文\":\"𠮷\"}"u8,
        ];

        Assert.Equal(14, Encoding.UTF8.GetByteCount(Row.Payload));
        Assert.Equal(Seal.Text(SHA256.HashData(byHand)), Seal.Text(Seal.Over(Seal.Origin, Row)));
    }

    [Fact]
    public void Each_member_of_the_row_changes_the_seal()
    {
        var sealedAs = Seal.Text(Seal.Over(Seal.Origin, Row));
        JournalRow[] altered =
        [
            Row with { Study = "leptim" }, Row with { Position = 2 }, Row with { RecordedAt = "2025-09-01T08:00:00.0000001Z" },
            Row with { Actor = "Li" }, Row with { FactName = "Notes" }, Row with { FactVersion = 2 }, Row with { Payload = "{}" },
        ];

        Assert.All(altered, row => Assert.NotEqual(sealedAs, Seal.Text(Seal.Over(Seal.Origin, row))));
        Assert.NotEqual(sealedAs, Seal.Text(Seal.Over(Seal.Over(Seal.Origin, Row), Row)));
    }

    // Without the lengths, "ab" + "c" and "a" + "bc" would be the same bytes.
    [Fact]
    public void Texts_cannot_be_moved_from_one_member_to_the_next() =>
        Assert.NotEqual(
            Seal.Text(Seal.Over(Seal.Origin, Row with { Actor = "ab", FactName = "c" })),
            Seal.Text(Seal.Over(Seal.Origin, Row with { Actor = "a", FactName = "bc" })));
}
