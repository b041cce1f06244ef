using Medulla.Study.Capture;
using Medulla.Study.Participants;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Capture;

public sealed class SaveFormTests
{
    [Fact]
    public void What_was_typed_is_stored_in_one_form_whatever_the_keyboard_gave()
    {
        var saved = AtBaseline.After(Save("LB", ("drawn_on", "2025年9月3日"), ("wbc", "１２．５"), ("haemoglobin", " 98 "))).Study;

        Assert.Equal(["2025-09-03", "98", "12.5"],
            new[] { "drawn_on", "haemoglobin", "wbc" }.Select(item => saved.Capture.Of(First).Value("BL", "LB", item)));
    }

    [Fact]
    public void Every_value_that_cannot_be_read_is_named_at_once() =>
        Assert.Equal(["value-not-a-date", "value-not-a-number"],
            AtBaseline.RefusedBy(Save("LB", ("drawn_on", "3rd of May"), ("wbc", "12,5"))));

    [Fact]
    public void A_code_that_is_not_in_the_list_is_refused_with_the_list()
    {
        var reason = AtBaseline.Refusals(Save("DX", ("eln2022", "GOOD")))[0];

        Assert.Equal("Found 'GOOD' in ELN 2022 risk at diagnosis (eln2022). Expected one of: FAVORABLE, INTERMEDIATE, ADVERSE.", reason.Message.En);
    }

    [Fact]
    public void A_saved_value_changes_only_with_a_reason_and_what_it_was_stays_visible()
    {
        var saved = AtBaseline.After(Save("LB", ("wbc", "12.5")));
        Assert.Equal(["reason-missing"], saved.RefusedBy(Save("LB", ("wbc", "21.5"))));

        var corrected = saved.After(Save("LB", ("wbc", "21.5")) with { Reason = "digits exchanged" }).Study;
        var form = corrected.Capture.Of(First).FindForm("BL", "LB")!;
        Assert.Equal(("21.5", "12.5"), (form.Values["wbc"], form.Before!.Values["wbc"]));
        Assert.True(form.Position > form.Before.Position);
    }

    [Fact]
    public void Only_what_changed_is_recorded()
    {
        var saved = AtBaseline.After(Save("LB", ("wbc", "12.5"), ("anc", "1.0")));

        var fact = Assert.IsType<FormSaved>(Assert.Single(saved.Facts(Save("LB", ("wbc", "12.5"), ("platelets", "40")))));
        Assert.Equal(["platelets"], fact.Values.Keys);
        Assert.Null(fact.Reason);
        Assert.Equal(["nothing-changed"], saved.RefusedBy(Save("LB", ("wbc", "12.5"))));
    }

    [Fact]
    public void An_implausible_value_is_kept_and_questioned_until_it_is_corrected()
    {
        var questioned = AtBaseline.After(Save("LB", ("haemoglobin", "9.8")));
        Assert.Equal("9.8", questioned.Study.Capture.Of(First).Value("BL", "LB", "haemoglobin"));
        Assert.Equal("haemoglobin", Assert.Single(questioned.Study.Capture.Of(First).OpenQueries).Key.Item);

        var settled = questioned.After(Save("LB", ("haemoglobin", "98")) with { Reason = "unit" });
        Assert.Empty(settled.Study.Capture.Of(First).OpenQueries);
        Assert.Single(settled.Study.Capture.Of(First).Queries);
    }

    [Fact]
    public void No_data_before_consent_and_none_after_its_withdrawal()
    {
        Assert.Contains("consent-missing", Screened.RefusedBy(new OpenVisit(First, "SCR", Day)));

        var withdrawn = AtBaseline.After(new WithdrawParticipant(First, Day.AddDays(20), "moved away"));
        Assert.Equal(["consent-not-in-force"], withdrawn.RefusedBy(new OpenVisit(First, "EOI1", Day.AddDays(30))));
    }

    [Fact]
    public void A_form_is_saved_at_an_open_visit_that_has_it() =>
        Assert.Equal(["visit-not-open", "form-not-at-visit"],
            Enrolled.RefusedBy(new SaveForm(First, "EOI1", "DM", Values(("ecog", "1")))));

    [Fact]
    public void A_date_after_the_data_cutoff_is_refused() =>
        Assert.Equal(["after-data-cutoff"], AtBaseline.RefusedBy(Save("LB", ("drawn_on", "2027-01-02"))));

    static SaveForm Save(string form, params (string, string)[] values) => new(First, "BL", form, Values(values));
}
