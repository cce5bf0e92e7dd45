using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Kind = Inspectorates.Joint.V1.AgreementCoefficient.Types.Kind;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Writes down how far all authors agree on a topic, and how far without each inspectorate.</summary>
internal sealed class AllAgreement(
    AgreementQuestion question, Catalogue catalogue, AgreementOptions options, FrameworkFacts frameworks, AuthorNames names, Missing missing)
{
    private static readonly Kind[] Kinds = [Kind.AlphaNominal, Kind.AlphaOrdinal, Kind.AlphaInterval, Kind.Ac1, Kind.Fleiss];

    public AgreementOfAll Write(Topic topic, IReadOnlyList<SharedUnit> units)
    {
        var scale = Scale.Of(units.Any(unit => unit.Verdicts.Any(said => frameworks.ScaleHasMixed(said.Verdict))));
        var authors = units.SelectMany(unit => unit.Verdicts).Select(said => said.Author).Distinct().Order(AuthorOrder.Instance).ToList();
        var unavailable = missing.Of(topic);
        var whole = new Part(units, scale, question.Areas.Count, _ => true);
        return new()
        {
            About = topic.About,
            Process = topic.Process,
            Term = catalogue.Term(topic.Process),
            Authors = { authors.Select(names.Write) },
            Comparable = whole.Total.Pairable,
            Equal = whole.Equal,
            Coefficients = { Coefficients(whole, withIntervals: true) },
            WithheldReason = AgreementNumbers.Withheld(whole.Total.Pairable, options.Floor) ?? "",
            Without = { authors.SelectMany(author => author.Members).Distinct().Order(StringComparer.Ordinal).Select(code => Without(code, units, scale)) },
            Complete = unavailable.Count == 0,
            Unavailable = { unavailable },
            Caution = topic == Topic.Broad ? PairSentences.DifferentServices : "",
        };
    }

    private WithoutInspectorate Without(string inspectorate, IReadOnlyList<SharedUnit> units, Scale scale)
    {
        var part = new Part(units, scale, question.Areas.Count, author => !author.Members.Contains(inspectorate));
        return new()
        {
            Inspectorate = inspectorate,
            Label = names.Label(inspectorate),
            Comparable = part.Total.Pairable,
            Equal = part.Equal,
            Coefficients = { Coefficients(part, withIntervals: false) },
            WithheldReason = AgreementNumbers.Withheld(part.Total.Pairable, options.Floor) ?? "",
        };
    }

    private IEnumerable<AgreementCoefficient> Coefficients(Part part, bool withIntervals)
    {
        if (part.Total.Pairable < options.Floor)
            return [];
        var drawn = new Tally(part.Total.Categories);
        var computed = new Coefficient[Kinds.Length];
        var intervals = withIntervals
            ? Bootstrap.Of(
                part.ByArea.Count,
                options,
                drawn.Clear,
                (area, times) => drawn.Add(part.ByArea[area], times),
                Kinds.Length,
                measured =>
                {
                    Compute(drawn, computed);
                    for (var kind = 0; kind < computed.Length; kind++)
                        measured[kind] = computed[kind].Value;
                })
            : new Interval?[Kinds.Length];
        Compute(part.Total, computed);
        return Kinds.Select((kind, place) => AgreementNumbers.Write(kind, computed[place], intervals[place]));
    }

    private static void Compute(Tally tally, Coefficient[] computed)
    {
        Span<double> values = stackalloc double[tally.Categories];
        for (var place = 0; place < values.Length; place++)
            values[place] = place;
        computed[0] = KrippendorffAlpha.Of(tally.Coincidences, values, Measurement.Nominal);
        computed[1] = KrippendorffAlpha.Of(tally.Coincidences, values, Measurement.Ordinal);
        computed[2] = KrippendorffAlpha.Of(tally.Coincidences, values, Measurement.Interval);
        computed[3] = GwetAc1.Of(tally).Coefficient;
        computed[4] = FleissKappa.Of(tally).Coefficient;
    }

    /// <summary>The units with the verdicts of some authors, tallied by area and in all.</summary>
    private sealed class Part
    {
        public Part(IReadOnlyList<SharedUnit> units, Scale scale, int areas, Func<AuthorSet, bool> counts)
        {
            Total = new(scale.Count);
            var byArea = new Tally?[areas];
            Span<int> unit = stackalloc int[scale.Count];
            foreach (var shared in units)
            {
                unit.Clear();
                var (ratings, most) = (0, 0);
                foreach (var (author, verdict) in shared.Verdicts)
                    if (counts(author))
                    {
                        most = Math.Max(most, ++unit[scale.Place(verdict.Standing)]);
                        ratings++;
                    }

                Equal += ratings > 1 && most == ratings ? 1 : 0;
                (byArea[shared.Area] ??= new(scale.Count)).Add(unit);
                Total.Add(unit);
            }

            ByArea = [.. byArea.OfType<Tally>()];
        }

        public Tally Total { get; }

        public IReadOnlyList<Tally> ByArea { get; }

        public int Equal { get; }
    }
}
