namespace Medulla.Workspace.Demo;

/// <summary>The three parts of the demo.</summary>
public enum DemoPart
{
    Plates,
    Cohort,
    Study,
}

/// <summary>How far a part is.</summary>
/// <param name="Done">Of <paramref name="Total"/> steps.</param>
public readonly record struct DemoProgress(DemoPart Part, int Done, int Total);
