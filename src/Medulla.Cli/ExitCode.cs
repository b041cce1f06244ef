namespace Medulla.Cli;

/// <summary>How every verb ends.</summary>
public enum ExitCode
{
    Done = 0,

    /// <summary>The study said no, a file has faults, or the machine could not do it; the error stream says why.</summary>
    Refused = 1,

    /// <summary>What was typed is not a call of this program.</summary>
    Usage = 2,

    /// <summary>Of <c>qualify</c>: nothing failed, but some cases were not run.</summary>
    NotAllRun = 3,
}
