namespace Medulla.Workspace.Journals;

/// <summary>Whether a path lies on another machine's disk, where file locks cannot be relied on.</summary>
static class NetworkShare
{
    public static bool Holds(string fullPath)
    {
        if (fullPath.StartsWith(@"\\", StringComparison.Ordinal))
            return true;
        var folder = Path.GetDirectoryName(fullPath) ?? fullPath;
        try
        {
            // On Windows a drive is named by its letter; elsewhere any folder names the file system it lies on.
            var drive = OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder;
            return new DriveInfo(drive).DriveType == DriveType.Network;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return false; // not known; SQLite itself will tell
        }
    }
}
