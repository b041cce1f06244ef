using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Web.Doors;

/// <summary>A message on a page of input.</summary>
/// <param name="Rule">Stable name of the rule that speaks.</param>
/// <param name="Field">Name of the input it is about; null when it is about none alone.</param>
public sealed record InputError(string Rule, string Message, string? Field);

/// <summary>What a person typed into a form, turned into values; what cannot be read is kept and said.</summary>
public sealed class TypedInput(IFormCollection? form, PageScope scope)
{
    readonly ImmutableArray<InputError>.Builder errors = ImmutableArray.CreateBuilder<InputError>();

    public ImmutableArray<InputError> Errors => errors.ToImmutable();

    public bool HasErrors => errors.Count > 0;

    /// <summary>As typed; empty when the form was not sent or has no such field.</summary>
    public string Raw(string name) => form?[name].ToString() ?? "";

    public ImmutableArray<string> All(string name) => [.. form?[name].OfType<string>() ?? []];

    /// <summary>A complete date; null when it is missing or cannot be read, which is then an error.</summary>
    public DateOnly? Date(string name, string label) => Read(name, label, ItemType.Date) is { } day
        ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    public int? WholeNumber(string name, string label)
    {
        if (Read(name, label, ItemType.WholeNumber) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Say("value-too-large", scope.Text.Input.TooLarge(label, text), name);
        return null;
    }

    /// <summary>One of several; null when none is chosen, which is then an error.</summary>
    public string? Choice(string name, string label)
    {
        if (Raw(name) is { Length: > 0 } chosen)
            return chosen;
        Say("choice-missing", scope.Text.Input.NothingChosen(label), name);
        return null;
    }

    public void Say(string rule, string message, string? field) => errors.Add(new InputError(rule, message, field));

    /// <summary>Asks the study, and takes over what it refuses; true when everything is recorded.</summary>
    /// <param name="fieldOf">The field a rule is about; null for a rule about none alone.</param>
    public async Task<bool> SubmitAsync(ICommand command, Func<string, string?>? fieldOf = null)
    {
        if (await scope.SubmitAsync(command) is not Decision.Refused refused)
            return true;
        Add(refused, fieldOf);
        return false;
    }

    public void Add(Decision.Refused refused, Func<string, string?>? fieldOf = null)
    {
        foreach (var reason in refused.Reasons)
            Say(reason.Rule, scope.In(reason.Message), fieldOf?.Invoke(reason.Rule));
    }

    public string? ErrorOf(string field) => errors.FirstOrDefault(error => error.Field == field)?.Message;

    // Items of a form are known by their code, too; the fields of a page are not.
    static string WithoutCode(string message, string code) => message
        .Replace($" ({code})", "", StringComparison.Ordinal).Replace($"（{code}）", "", StringComparison.Ordinal);

    string? Read(string name, string label, ItemType type)
    {
        // The reader of form items knows full-width digits and says what it found: one way to read a value.
        var item = new Item(name, Bilingual.Same(label), type, null, null, null, true, [], null, false);
        var read = ItemInput.Read(item, Raw(name));
        if (read.Refusal is { } refusal)
            Say(refusal.Rule, WithoutCode(scope.In(refusal.Message), name), name);
        else if (read.Value is null)
            Say("value-missing", scope.Text.Input.Missing(label), name);
        return read.Value;
    }
}
