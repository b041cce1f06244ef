namespace Medulla.Qualification;

/// <summary>A table file that cannot be read as one row per participant; the message names line and column.</summary>
public sealed class DataFileException(string message) : Exception(message);
