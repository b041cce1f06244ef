namespace Medulla.Study.Definition.Reading;

/// <summary>What a code is looked up in, named as messages name one of its members.</summary>
readonly record struct CodeList(string Member)
{
    public static readonly CodeList Sites = new("a site");
    public static readonly CodeList Roles = new("a role");
    public static readonly CodeList Criteria = new("a criterion");
    public static readonly CodeList Signers = new("a signer");
    public static readonly CodeList ConsentScopes = new("a consent scope");
    public static readonly CodeList Visits = new("a visit");
    public static readonly CodeList Forms = new("a form");
    public static readonly CodeList SpecimenKinds = new("a specimen kind");
    public static readonly CodeList Assays = new("an assay");
    public static readonly CodeList Endpoints = new("an endpoint");
    public static readonly CodeList BinaryEndpoints = new("a binary endpoint");
    public static readonly CodeList TimeToEventEndpoints = new("a time-to-event endpoint");
    public static readonly CodeList ImportedEndpoints = new("an imported endpoint");
    public static readonly CodeList OpenQuestions = new("an open question");
    public static readonly CodeList MarkerGroups = new("a group rule");
    public static readonly CodeList Covariates = new("a covariate");
    public static readonly CodeList NumericCovariates = new("a numeric covariate");
    public static readonly CodeList Analyses = new("an analysis");
    public static readonly CodeList ImportedColumns = new("a column");

    public static CodeList VisitsWith(string form) => new($"a visit with form {form}");
    public static CodeList ItemsOf(string form) => new($"an item of form {form}");
    public static CodeList DateItemsOf(string form) => new($"a date item of form {form}");
    public static CodeList ChoiceItemsOf(string form) => new($"a choice item of form {form}");
    public static CodeList CodesOf(string form, string item) => new($"a code of item {form}.{item}");
    public static CodeList SpecimenKindsOf(string assay) => new($"a specimen kind of assay {assay}");
    public static CodeList ValuesIn(string path) => new($"a value in {path}");

    public override string ToString() => Member;
}
