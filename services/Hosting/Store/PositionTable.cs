using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// Positions on differences as the writer sees and appends them. Each step is an entry of the log and a row of what the public may
/// see: the first step of the commitment alone, every later one as it is.
/// </summary>
internal sealed class PositionTable(EntryLog log)
{
    /// <summary>The step in which a position is committed to.</summary>
    public const int Committed = 1;

    /// <summary>The latest step of a position with everything in it; null: no such position.</summary>
    public static StandingPosition? Find(WriteSession session, string name) => session.First(
        "SELECT e.body, e.revision FROM public_position v JOIN entry e ON e.seq = v.seq WHERE v.name = @name ORDER BY v.step DESC LIMIT 1",
        row => new StandingPosition(Position.Parser.ParseFrom(row.Bytes(0)), (int)row.GetInt64(1)), ("@name", name));

    /// <summary>Whether there is a position on a difference.</summary>
    public static bool HasOn(WriteSession session, string difference) => session.Number(
        "SELECT COUNT(*) FROM public_position WHERE difference = @difference AND step = 1", ("@difference", difference)) > 0;

    /// <summary>What everybody may see of positions that are blind, the first to be committed to first.</summary>
    public static async Task<List<Position>> BlindAsync(IStore store, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.QueryAsync(
            """
            SELECT v.body FROM public_position v WHERE v.shown = 0
              AND NOT EXISTS (SELECT 1 FROM public_position w WHERE w.name = v.name AND w.step > v.step) ORDER BY v.number
            """,
            row => Position.Parser.ParseFrom(row.Bytes(0)), cancelled);
    }

    /// <summary>Appends a step; fills the etag.</summary>
    /// <param name="position">The position as it stands after the step. Changed in place and returned.</param>
    /// <param name="step">From 1.</param>
    public Position Append(WriteSession session, Stamp stamp, Position position, int step)
    {
        position.Etag = "";
        position.Etag = Etags.Of(position);
        var seq = log.Append(session, stamp, EntryKinds.Position, position.Name, step, position.ToByteArray());
        var isShown = position.State != Position.Types.State.Blind;
        session.Insert(
            "public_position",
            ("name", position.Name), ("step", step), ("number", 1 + session.Number("SELECT MAX(number) FROM public_position")), ("seq", seq),
            ("known_at", session.Head.At), ("difference", position.Difference), ("area", position.Area), ("revision", position.Revision),
            ("shown", isShown ? 1 : 0), ("body", (isShown ? position : Blind(position)).ToByteArray()));
        return position;
    }

    // Made of what is known without it: nothing of what it says has a part in this, not its length either.
    private static Position Blind(Position position)
    {
        var blind = new Position
        {
            Name = position.Name,
            Inspectorate = position.Inspectorate,
            Difference = position.Difference,
            Area = position.Area,
            Process = position.Process,
            Aspect = position.Aspect,
            Verdict = position.Verdict,
            OtherVerdict = position.OtherVerdict,
            Parties = { position.Parties },
            State = Position.Types.State.Blind,
            Revision = position.Revision,
            RecordedAt = position.RecordedAt,
            Commitment = position.Commitment,
        };
        blind.Etag = Etags.Of(blind);
        return blind;
    }
}

/// <summary>A position as it stands.</summary>
/// <param name="Position">All of it.</param>
/// <param name="Step">The step by which it came to stand so.</param>
internal sealed record StandingPosition(Position Position, int Step);
