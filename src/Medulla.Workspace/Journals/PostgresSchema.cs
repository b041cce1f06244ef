using System.Collections.Immutable;

namespace Medulla.Workspace.Journals;

/// <summary>The one table of a journal database, and the triggers that keep it append-only.</summary>
static class PostgresSchema
{
    /// <summary>Two nodes that start at once make the table once: the second waits here.</summary>
    public const string Alone = "SELECT pg_advisory_xact_lock(715463728)";

    // text and bytea, never jsonb or timestamptz: those do not give back the bytes that were sealed.
    public const string Table = """
        CREATE TABLE journal (
            study text COLLATE "C" NOT NULL,
            position bigint NOT NULL CHECK (position > 0),
            recorded_at text NOT NULL,
            actor text NOT NULL,
            fact_name text NOT NULL,
            fact_version integer NOT NULL,
            payload text NOT NULL,
            seal bytea NOT NULL CHECK (length(seal) = 32),
            PRIMARY KEY (study, position))
        """;

    public const string RefusingBody = " BEGIN RAISE EXCEPTION 'A journal entry is never changed or deleted (%).', TG_OP; END ";

    public static readonly ImmutableArray<string> Guards =
        ["journal_refuses_update", "journal_refuses_delete", "journal_refuses_truncate"];

    /// <summary>Triggers are ALWAYS: a session that poses as a replica is refused too.</summary>
    public static string CreateGuards { get; } = $"""
        CREATE OR REPLACE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS $body${RefusingBody}$body$;
        {string.Concat(Guards.Select(CreateGuard))}
        """;

    /// <summary>Triggers that are there, switched on for every session, and call the function with its body.</summary>
    public const string PresentGuards = """
        SELECT tgname::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
        WHERE tgrelid = 'journal'::regclass AND tgenabled = 'A' AND proname = 'journal_refuses' AND prosrc = $1
        """;

    /// <summary>The first position decides for the whole group: a plain ON CONFLICT would store a torn one.</summary>
    /// <remarks>It stands on the entry before it as well, so that nothing is appended to a journal that was cut.</remarks>
    public const string Append = """
        WITH entry AS (
            SELECT * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::bytea[])
                AS entry(position, recorded_at, actor, fact_name, fact_version, payload, seal)),
        first AS (
            INSERT INTO journal SELECT $1, entry.* FROM entry
            WHERE position = $9 + 1
                AND ($9 = 0 OR EXISTS (SELECT 1 FROM journal WHERE study = $1 AND position = $9 AND seal = $10))
            ON CONFLICT DO NOTHING RETURNING 1),
        rest AS (
            INSERT INTO journal SELECT $1, entry.* FROM entry
            WHERE position > $9 + 1 AND EXISTS (SELECT 1 FROM first))
        SELECT count(*) FROM first
        """;

    /// <summary>What the loser has to fold; nothing for the winner.</summary>
    /// <remarks>
    /// Told by the transaction that wrote the row, not by its seal: two nodes that store the same fact in the same tick of the
    /// clock make the same seal, and only one of them has won.
    /// </remarks>
    public const string Newer = """
        SELECT position, recorded_at, actor, fact_name, fact_version, payload, seal FROM journal
        WHERE study = $1 AND position > $2
            AND NOT EXISTS (
                SELECT 1 FROM journal
                WHERE study = $1 AND position = $2 + 1 AND xmin = pg_current_xact_id_if_assigned()::xid)
        ORDER BY position
        """;

    static string CreateGuard(string name)
    {
        var change = name["journal_refuses_".Length..].ToUpperInvariant();
        return $"""
            DROP TRIGGER IF EXISTS {name} ON journal;
            CREATE TRIGGER {name} BEFORE {change} ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_refuses();
            ALTER TABLE journal ENABLE ALWAYS TRIGGER {name};

            """;
    }
}
