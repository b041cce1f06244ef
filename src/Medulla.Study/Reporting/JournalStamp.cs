namespace Medulla.Study.Reporting;

/// <summary>Where a journal stood when a report was made from it.</summary>
/// <param name="Position">Of the last entry that the report knows.</param>
/// <param name="Seal">Of that entry, as people compare it: 64 lower-case hexadecimal digits.</param>
public sealed record JournalStamp(long Position, string Seal);
