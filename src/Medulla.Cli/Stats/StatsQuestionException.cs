namespace Medulla.Cli.Stats;

/// <summary>What was asked does not fit the verb or the table; the message says what would.</summary>
sealed class StatsQuestionException(string message) : Exception(message);
