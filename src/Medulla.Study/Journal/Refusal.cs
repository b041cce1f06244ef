using Medulla.Figures;

namespace Medulla.Study.Journal;

/// <summary>One reason why the study says no.</summary>
/// <param name="Rule">Stable, readable name, such as <c>consent-missing</c>; tests and pages find the reason by it.</param>
/// <param name="Message">"Found X in Y. Expected Z.", in both languages.</param>
public sealed record Refusal(string Rule, Bilingual Message)
{
    public Refusal(string rule, string en, string zh) : this(rule, new Bilingual(en, zh)) { }
}
