namespace Medulla.Workspace.Demo;

/// <summary>The real files and the studies that the demo reads; they stand beside the program.</summary>
/// <param name="Folder">Holds <c>data/</c> and <c>studies/</c>.</param>
public sealed record DemoSources(string Folder)
{
    /// <summary>Where the program was installed.</summary>
    public static DemoSources BesideTheProgram => new(AppContext.BaseDirectory);

    public string Plate(string name) => Path.Combine(Folder, "data", "plates", name);

    public string Cohort(string name) => Path.Combine(Folder, "data", "cohorts", name);

    public string Study(string study, string file) => Path.Combine(Folder, "studies", study, file);
}
