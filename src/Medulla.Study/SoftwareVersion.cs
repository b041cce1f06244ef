using System.Reflection;

namespace Medulla.Study;

/// <summary>Which program computed a number.</summary>
public static class SoftwareVersion
{
    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(SoftwareVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
