using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>A form was saved: the items that changed, and nothing else.</summary>
/// <param name="Values">Item → new value; an empty text means that the value was taken away.</param>
/// <param name="Reason">Why a saved value changed; null when nothing saved before did.</param>
public sealed record FormSaved(
    ParticipantId Participant, string Visit, string Form,
    ImmutableSortedDictionary<string, string> Values, string? Reason) : Fact
{
    public override StudyState ApplyTo(StudyState study)
    {
        var casebook = study.Capture.Of(Participant);
        var key = new FormKey(Visit, Form);
        var before = casebook.Forms.Find(key);
        var values = (before?.Values ?? Nothing)
            .SetItems(Values.Where(change => change.Value != ""))
            .RemoveRange(Values.Where(change => change.Value == "").Select(change => change.Key));

        return study with
        {
            Capture = study.Capture.With(Participant, casebook with
            {
                Forms = casebook.Forms.With(key, new FormRecord(values, study.Position, before)),
            }),
        };
    }

    internal static readonly ImmutableSortedDictionary<string, string> Nothing =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>Save what was typed into a form. Items that are not named stay as they are.</summary>
/// <param name="Raw">Item → text as typed.</param>
/// <param name="Reason">Needed when a saved value changes.</param>
public sealed record SaveForm(
    ParticipantId Participant, string Visit, string Form,
    ImmutableSortedDictionary<string, string> Raw, string? Reason = null) : IDataCommand
{
    public Decision Decide(StudyState study)
    {
        if (study.FindParticipant(Participant) is not { } participant)
            return Decision.Refuse(ParticipantReading.Unknown(Participant));
        if (study.Definition.FindForm(Form) is not { } form)
            return Decision.Refuse(new Refusal("form-unknown",
                $"Found form '{Form}'. Expected one of: {string.Join(", ", study.Definition.Forms.Select(known => known.Code))}.",
                $"表单“{Form}”不在定义中，应为：{string.Join("、", study.Definition.Forms.Select(known => known.Code))}。"));

        var casebook = study.Capture.Of(Participant);
        var saved = casebook.FindForm(Visit, Form)?.Values ?? FormSaved.Nothing;
        var inputs = form.Items.Where(item => Raw.ContainsKey(item.Code))
            .ToImmutableSortedDictionary(
                item => item.Code, item => ItemInput.Read(item, Raw[item.Code]), StringComparer.Ordinal);
        var changes = inputs
            .Where(input => input.Value.Refusal is null)
            .Where(input => (input.Value.Value ?? "") != saved.GetValueOrDefault(input.Key, ""))
            .ToImmutableSortedDictionary(input => input.Key, input => input.Value.Value ?? "", StringComparer.Ordinal);

        return Decision.Unless(
            [
                .. VisitRefusals(study, participant, casebook),
                .. Raw.Keys.Where(item => form.FindItem(item) is null).Select(UnknownItem),
                .. inputs.Values.Select(input => input.Refusal).OfType<Refusal>(),
                .. DateRefusals(study.Definition, form, changes),
                .. OutcomeRules.Refusals(study, participant, Form, changes),
                .. ChangeRefusals(saved, changes, inputs.Values.Any(input => input.Refusal is not null)),
            ],
            () => [new FormSaved(Participant, Visit, Form, changes, saved.Keys.Any(changes.ContainsKey) ? Reason : null),
                .. EditChecks(form, casebook, changes)]);

        Refusal UnknownItem(string item) => new("item-unknown",
            $"Found item '{item}' in form {Form}. Expected one of: {string.Join(", ", form.Items.Select(known => known.Code))}.",
            $"表单 {Form} 没有条目“{item}”，应为：{string.Join("、", form.Items.Select(known => known.Code))}。");
    }

    IEnumerable<Refusal> VisitRefusals(StudyState study, Participant participant, Casebook casebook)
    {
        if (casebook.Visits.Find(Visit) is { } visit)
            foreach (var refusal in CaptureRules.Refusals(participant, visit.VisitedOn))
                yield return refusal;
        else
            yield return new("visit-not-open",
                $"Visit '{Visit}' of {participant.Label} has not been opened. Open it with its date first.",
                $"{participant.Label} 的访视“{Visit}”尚未开始，先填写访视日期。");
        if (study.Definition.FindVisit(Visit) is { } planned && !planned.Forms.Contains(Form))
            yield return new("form-not-at-visit",
                $"Found form {Form} at visit {Visit}. Expected one of: {string.Join(", ", planned.Forms)}.",
                $"访视 {Visit} 没有表单 {Form}，应为：{string.Join("、", planned.Forms)}。");
    }

    static IEnumerable<Refusal> DateRefusals(
        StudyDefinition definition, Form form, ImmutableSortedDictionary<string, string> changes) =>
        from item in form.Items
        where item.Type == ItemType.Date && changes.GetValueOrDefault(item.Code, "") != ""
        from refusal in DateRules.AfterCutoff(
            definition, item.Label.En, item.Label.Zh, DateOnly.ParseExact(changes[item.Code], "yyyy-MM-dd", CultureInfo.InvariantCulture))
        select refusal;

    IEnumerable<Refusal> ChangeRefusals(
        ImmutableSortedDictionary<string, string> saved, ImmutableSortedDictionary<string, string> changes,
        bool somethingRefused)
    {
        if (changes.IsEmpty && !somethingRefused)
            yield return new("nothing-changed", $"Found no change in form {Form}.", $"表单 {Form} 没有改动。");
        if (saved.Keys.Any(changes.ContainsKey) && string.IsNullOrWhiteSpace(Reason))
            yield return new("reason-missing",
                $"Found no reason for changing {string.Join(", ", saved.Keys.Where(changes.ContainsKey))}. Expected a few words: the source says why.",
                $"修改 {string.Join("、", saved.Keys.Where(changes.ContainsKey))} 未填写原因。");
    }

    /// <remarks>A value outside its plausible range is kept, because the source says so, and questioned.</remarks>
    IEnumerable<Fact> EditChecks(Form form, Casebook casebook, ImmutableSortedDictionary<string, string> changes)
    {
        foreach (var item in form.Items.Where(item => changes.ContainsKey(item.Code)))
        {
            var value = changes[item.Code];
            var questioned = casebook.Queries.Find(new QueryKey(Visit, Form, item.Code)) is { IsOpen: true };
            var implausible = value != "" && IsImplausible(item, value);
            if (implausible && !questioned)
                yield return new QueryRaised(Participant, Visit, Form, item.Code, "value-implausible", value);
            if (!implausible && questioned)
                yield return new QueryClosed(Participant, Visit, Form, item.Code);
        }
    }

    static bool IsImplausible(Item item, string value) =>
        item.Type is ItemType.Number or ItemType.WholeNumber
        && double.Parse(value, CultureInfo.InvariantCulture) is var number
        && (number < item.Minimum || number > item.Maximum);
}
