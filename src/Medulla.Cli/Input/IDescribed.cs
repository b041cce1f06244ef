using System.CommandLine;
using Medulla.Figures;

namespace Medulla.Cli.Input;

/// <summary>Something that help explains in both languages.</summary>
interface IDescribed
{
    Bilingual Meaning { get; }
}

/// <param name="form">How its value looks, such as <c>DATE</c>.</param>
sealed class DescribedOption<T> : Option<T>, IDescribed
{
    public DescribedOption(string name, string form, string en, string zh) : base(name)
    {
        HelpName = form;
        Description = en;
        Meaning = new(en, zh);
    }

    public Bilingual Meaning { get; }
}

sealed class DescribedArgument<T> : Argument<T>, IDescribed
{
    public DescribedArgument(string name, string en, string zh) : base(name)
    {
        Description = en;
        Meaning = new(en, zh);
    }

    public Bilingual Meaning { get; }
}
