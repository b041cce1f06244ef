namespace Medulla.Qualification;

/// <summary>One number of a case's result beside what Medulla computed.</summary>
/// <param name="Topic">Of the case.</param>
/// <param name="Case">Its label.</param>
/// <param name="Path">JSON Pointer into the result.</param>
/// <param name="Expected">Null where the reference says that it does not exist.</param>
/// <param name="Found">Null where Medulla says so, or did not compute it.</param>
/// <param name="Tolerance">What was allowed.</param>
/// <param name="Distance">In the tolerance's own measure; infinite where one exists and the other does not.</param>
/// <param name="Agrees">Whether the distance is allowed.</param>
public sealed record ComparedNumber(
    string Topic, string Case, string Path, double? Expected, double? Found, Tolerance Tolerance, double Distance, bool Agrees);
