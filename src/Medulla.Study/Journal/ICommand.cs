namespace Medulla.Study.Journal;

/// <summary>Something that somebody asks of the study. It decides; it changes nothing.</summary>
public interface ICommand
{
    Decision Decide(StudyState study);
}

/// <summary>A command that would change participants, forms, specimens or results.</summary>
/// <remarks>Refused as a whole once the database is locked, see <see cref="StudyState.Decide"/>: no rule can forget it.</remarks>
public interface IDataCommand : ICommand;
