using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>That the standings of a difference came to agree, and by which verdicts.</summary>
/// <param name="On">The day; null: not known.</param>
/// <param name="By">The verdicts by which, as they stand now: one or two.</param>
internal sealed record Resolution(DateOnly? On, IReadOnlyList<Verdict> By)
{
    /// <summary>The same, but not before a day: nothing is resolved before it was open.</summary>
    public Resolution NotBefore(DateOnly? day) => On < day ? this with { On = day } : this;

    /// <summary>The day a verdict, or a revision of one, became public: its edition's where a correction brought it.</summary>
    public static DateOnly? PublicDay(Verdict verdict)
    {
        var published = Days.Parse(verdict.PublishedOn) ?? Days.Parse(verdict.PlacedOn);
        if (verdict.Revision <= 1) return published;
        var edition = Days.Parse(verdict.Source?.EditionDay ?? "") ?? (verdict.RecordedAt is { } at ? LondonDays.Of(at) : null);
        return published > edition ? published : edition ?? published;
    }
}

/// <summary>
/// Finds later verdicts that took the place of the two that differ: of the same authors on the same process, aspect and subject, or
/// the same broad judgement of the same line of frameworks.
/// </summary>
internal sealed class LaterVerdicts(IEnumerable<Comparand> comparands, Func<string, string, bool> kindsMayBeSame)
{
    private readonly ILookup<Line, Comparand> lines = comparands.Where(MaySettle).ToLookup(Line.Of);

    /// <summary>How the two came to agree; null: they have not, or one author set changed its mind, which is no agreement of two.</summary>
    public Resolution? Of(Comparand one, Comparand other)
    {
        if (one.Authors == other.Authors) return null;
        var (latest, othersLatest) = (Latest(one), Latest(other));
        if (latest is null && othersLatest is null) return null;
        if (!Axis.Alike((latest ?? one).Verdict.Standing, (othersLatest ?? other).Verdict.Standing)) return null;
        Verdict[] by = [.. new[] { latest, othersLatest }.OfType<Comparand>().Select(comparand => comparand.Verdict)];
        var days = by.Select(Resolution.PublicDay).ToList();
        return new Resolution(days.Contains(null) ? null : days.Max(), by);
    }

    // The last one after it; null: it is the last itself, or when it was made is not known.
    private Comparand? Latest(Comparand comparand)
    {
        if (Line.Of(comparand) is not { IsKnown: true } line || Days.OrderingDay(comparand.Verdict) is not { } day) return null;
        return lines[line]
            .Where(later => Days.OrderingDay(later.Verdict) > day && Subjects.AreSame(comparand.Verdict, later.Verdict, kindsMayBeSame))
            .MaxBy(later => (Days.OrderingDay(later.Verdict), later.Verdict.Name), ByDayThenName.Instance);
    }

    // What was only read by a rule, or mapped from another framework's words, settles nothing.
    private static bool MaySettle(Comparand comparand) =>
        !comparand.IsSetAside && Axis.Has(comparand.Verdict.Standing)
        && comparand.Verdict.Coding is not (Verdict.Types.Coding.ByRule or Verdict.Types.Coding.Mapped) && comparand.Verdict.MappedFrom.Length == 0;

    private readonly record struct Line(AuthorSet Authors, string Process, string Aspect, string Keeper, string Lineage, string Judgement)
    {
        // A process's aspect must be known, or nobody can say that it is the same.
        public bool IsKnown => Judgement.Length > 0 || (Process.Length > 0 && Aspect.Length > 0);

        public static Line Of(Comparand comparand) => comparand.IsBroad
            ? new(comparand.Authors, "", "", comparand.Verdict.Inspectorate, comparand.Lineage, comparand.Verdict.Judgement)
            : new(comparand.Authors, comparand.Verdict.Process, comparand.Aspect, "", "", "");
    }

    private sealed class ByDayThenName : IComparer<(DateOnly? Day, string Name)>
    {
        public static readonly ByDayThenName Instance = new();

        public int Compare((DateOnly? Day, string Name) one, (DateOnly? Day, string Name) other) =>
            one.Day != other.Day ? Nullable.Compare(one.Day, other.Day) : string.CompareOrdinal(one.Name, other.Name);
    }
}
