using System.Globalization;
using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Capture;

/// <summary>What somebody typed, turned into the stored form of an item's value; or the reason why it cannot be.</summary>
/// <param name="Value">Null when the item was left or made empty, or when it was refused.</param>
public sealed record ItemInput(string? Value, Refusal? Refusal)
{
    /// <summary>Reads one value. Full-width digits and punctuation, as input methods give them, are taken as meant.</summary>
    public static ItemInput Read(Item item, string raw)
    {
        var text = Narrow(raw).Trim();
        if (text == "")
            return new(null, null);

        return item.Type switch
        {
            ItemType.Text => new(raw.Trim(), null),
            ItemType.WholeNumber => Number(item, text, NumberStyles.AllowLeadingSign, "a whole number such as 12", "整数，如 12"),
            ItemType.Number => Number(item, text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                "a number such as 12.5, with a decimal point", "数字，如 12.5（小数点用“.”）"),
            ItemType.Date => FullDate.Read(text) is { } day
                ? new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
                : Refused(item, "value-not-a-date", text, "a date such as 2025-08-01", "日期，如 2025-08-01"),
            ItemType.YesNo => Choice(item, text, ["Y", "N"]),
            ItemType.Choice => Choice(item, text, item.Codes.Select(code => code.Value)),
            _ => throw new InvalidOperationException($"Item {item.Code} has the unknown type {item.Type}."),
        };
    }

    static ItemInput Number(Item item, string text, NumberStyles styles, string expected, string expectedZh) =>
        decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number)
            ? new(number.ToString(CultureInfo.InvariantCulture), null)
            : Refused(item, "value-not-a-number", text, expected, expectedZh);

    static ItemInput Choice(Item item, string text, IEnumerable<string> codes) =>
        codes.Contains(text)
            ? new(text, null)
            : Refused(item, "code-unknown", text, "one of: " + string.Join(", ", codes), "以下之一：" + string.Join("、", codes));

    static ItemInput Refused(
        Item item, string rule, string found, string expected, string expectedZh) => new(null, new Refusal(rule,
        $"Found '{found}' in {item.Label.En} ({item.Code}). Expected {expected}.",
        $"“{item.Label.Zh}”（{item.Code}）填写为“{found}”，应为{expectedZh}。"));

    // U+FF01–U+FF5E are the full-width forms of U+0021–U+007E; U+3000 is the full-width space.
    static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var at = 0; at < wide.Length; at++)
            narrow[at] = wide[at] switch
            {
                >= '\uFF01' and <= '\uFF5E' and var character => (char)(character - 0xFEE0),
                '\u3000' => ' ',
                '\u2212' => '-',
                var character => character,
            };
    });
}
