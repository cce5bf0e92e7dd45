using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using static Inspectorates.V1.Position.Types;

namespace Inspectorates.Gateway.Tests.Joint.Positions;

/// <summary>Two verdicts that differ, red's published on 1 February 2025 and blue's on 2 March, and what the two say about it.</summary>
internal static class Say
{
    /// <summary>The day of the view.</summary>
    public static readonly DateOnly AsOf = new(2025, 6, 1);

    public static Verdict Reds(Action<Verdict>? change = null) => Published("red", "1", Standing.Meets, "2025-02-01", change);

    public static Verdict Blues(Action<Verdict>? change = null) => Published("blue", "2", Standing.Fails, "2025-03-02", change);

    public static Verdict Published(string keeper, string id, Standing standing, string day, Action<Verdict>? change = null) =>
        Make.Verdict(keeper, id, standing, day, verdict =>
        {
            verdict.PublishedOn = day;
            verdict.RecordedAt = At($"{day}T12:00:00Z");
            change?.Invoke(verdict);
        });

    /// <summary>A position on a difference, recorded at an instant; <paramref name="shown"/>: when it was shown, null: it is blind.</summary>
    public static Position That(
        string inspectorate, string difference, Choice choice, string recorded, string? shown = null, Action<Position>? change = null)
    {
        var position = new Position
        {
            Name = $"inspectorates/{inspectorate}/positions/p",
            Inspectorate = inspectorate,
            Difference = difference,
            Area = Make.AreaCode,
            State = shown is null ? Position.Types.State.Blind : Position.Types.State.Shown,
            Choice = shown is null ? Choice.Unspecified : choice,
            Reason = shown is null ? "" : $"{inspectorate} says so",
            Role = shown is null ? "" : "lead",
            Revision = 1,
            RecordedAt = At(recorded),
            ShownAt = shown is null ? null : At(shown),
            ShownBecause = shown is null ? ShownBecause.Unspecified : ShownBecause.AllCommitted,
            Salt = shown is null ? ByteString.Empty : ByteString.CopyFrom(1, 255),
            Commitment = new Commitment { BlindUntil = "2025-04-10", Hash = ByteString.CopyFrom(171, 0) },
        };
        change?.Invoke(position);
        return position;
    }

    /// <summary>The answers of red and blue with what they say.</summary>
    public static SourceAnswer[] Answers(IEnumerable<Verdict> verdicts, IEnumerable<Position> positions, IEnumerable<Verdict>? earlier = null)
    {
        var (all, said, before) = (verdicts.ToList(), positions.ToList(), (earlier ?? []).ToList());
        return
        [
            .. all.Select(verdict => verdict.Inspectorate).Distinct().Select(code => Make.Answer(code, [.. all.Where(verdict => verdict.Inspectorate == code)]) with
            {
                Positions = [.. said.Where(position => position.Inspectorate == code)],
                Earlier = [.. before.Where(verdict => verdict.Inspectorate == code)],
            }),
        ];
    }

    /// <summary>The differences of the answers.</summary>
    public static IReadOnlyList<Difference> Find(params IReadOnlyList<SourceAnswer> answers) =>
        DifferencesAcrossAreas.Find([Make.AreaCode], AsOf, answers, Make.Catalogue, new DifferenceOptions());

    /// <summary>The difference between red's and blue's verdict, and what became of it.</summary>
    public static Difference Of(params IReadOnlyList<Position> positions) => Assert.Single(Find(Answers([Reds(), Blues()], positions)));

    /// <summary>Its id.</summary>
    public static string Id { get; } = Of().Id;

    public static Timestamp At(string instant) =>
        Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
}
