using System.Collections.Immutable;

namespace Medulla.Registry;

/// <summary>Something odd in a record's file.</summary>
/// <param name="Path">Such as <c>protocolSection.designModule.enrollmentInfo.count</c>; empty for the file itself.</param>
/// <param name="Found">As a message says it.</param>
/// <param name="Expected">As a message says it.</param>
public sealed record RecordFinding(string Path, string Found, string Expected)
{
    public string Message => $"Found {Found} in {(Path == "" ? "the file" : Path)}. Expected {Expected}.";
}

/// <summary>A record with what was odd about it.</summary>
/// <param name="Record">Null when the file holds no record; the findings say why.</param>
public sealed record RecordReading(RegistryRecord? Record, ImmutableArray<RecordFinding> Findings);
