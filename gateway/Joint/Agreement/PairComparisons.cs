using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Writes comparisons of two authors down as records of the contract.</summary>
internal sealed class PairComparisons(
    AgreementQuestion question, Catalogue catalogue, AgreementOptions options, FrameworkFacts frameworks, AuthorNames names, Missing missing)
{
    private const int MostDriving = 5;

    private readonly CitedVerdicts cited = new(frameworks);

    public AgreementComparison Write(PairUnits pair)
    {
        var scale = Scale.Of(pair.Units.Any(unit => frameworks.ScaleHasMixed(unit.One) || frameworks.ScaleHasMixed(unit.Other)));
        var cells = pair.Units.Select(unit => (scale.Place(unit.One.Standing), scale.Place(unit.Other.Standing))).ToList();
        var matrix = new ConfusionMatrix(scale.Count);
        foreach (var (row, column) in cells)
            matrix.Add(row, column);
        var unavailable = missing.Of(pair.One, pair.Other);
        var written = new AgreementComparison
        {
            About = pair.Topic.About,
            Process = pair.Topic.Process,
            Term = catalogue.Term(pair.Topic.Process),
            One = names.Write(pair.One),
            Other = names.Write(pair.Other),
            Comparable = pair.Units.Count,
            Equal = (int)matrix.Equal,
            Adjacent = (int)matrix.Apart(1),
            Opposite = pair.Units.Count(unit => Axis.Opposed(unit.One.Standing, unit.Other.Standing)),
            SameAspect = pair.Units.Count(IsOfOneAspect),
            Steps = { scale.Steps },
            Matrix = { scale.Standings.Select((standing, row) => Row(standing, row, matrix)) },
            Driving = { Driving(pair, scale) },
            Differing = (int)(matrix.Total - matrix.Equal),
            Unmatched = { new UnmatchedRecords(question, names).Write(pair) },
            UnmatchedCount = pair.Misses.Count,
            NeitherCount = pair.Neither,
            Complete = unavailable.Count == 0,
            Unavailable = { unavailable },
        };
        if (AgreementNumbers.Withheld(pair.Units.Count, options.Floor) is { } reason)
            written.WithheldReason = reason;
        else
            Measure(written, pair, matrix, cells);
        written.Caution = PairSentences.Caution(written);
        written.Sentences.Add(PairSentences.Of(written, names));
        return written;
    }

    private static AgreementRow Row(Grade.Types.Standing standing, int row, ConfusionMatrix matrix) => new()
    {
        Standing = standing,
        Label = Scale.Label(standing),
        Counts = { Enumerable.Range(0, matrix.Categories).Select(column => (int)matrix[row, column]) },
    };

    private void Measure(AgreementComparison written, PairUnits pair, ConfusionMatrix matrix, List<(int Row, int Column)> cells)
    {
        // Areas in the order of the question, so that the same seed draws the same whoever answered first.
        (int Row, int Column, int Count)[][] byArea =
        [
            .. pair.Units.Zip(cells).GroupBy(unit => unit.First.Area).OrderBy(area => area.Key)
                .Select(area => area.CountBy(unit => unit.Second).Select(cell => (cell.Key.Row, cell.Key.Column, cell.Value)).ToArray()),
        ];
        var measures = PairMeasures.Of(matrix.Categories, matrix, byArea, options);
        written.Coefficients.Add(PairMeasures.Kinds
            .Select((kind, place) => AgreementNumbers.Write(kind, measures.Coefficients[place], measures.Intervals[place])));
        var gap = MeanGap.Of(matrix)!.Value;
        written.Gap = new()
        {
            Steps = AgreementNumbers.Write(gap, measures.Intervals[^1]),
            Harsher = gap > 0 ? written.One.Key : gap < 0 ? written.Other.Key : "",
            Bowker = AgreementNumbers.Write("Bowker's test of symmetry", BowkerTest.Of(matrix)),
            StuartMaxwell = AgreementNumbers.Write("Stuart-Maxwell test of equal shares", StuartMaxwellTest.Of(matrix)),
        };
    }

    private bool IsOfOneAspect(PairUnit unit) =>
        unit.Process.Length == 0
        || (unit.One.Aspect.Length > 0
            && catalogue.CanonicalAspect(unit.One.Aspect) == catalogue.CanonicalAspect(unit.Other.Aspect)
            && Subjects.AreSame(unit.One, unit.Other, catalogue.KindsMayBeSame));

    // Not good or bad places: those where the two say most differently.
    private IEnumerable<DrivingUnit> Driving(PairUnits pair, Scale scale)
    {
        int Steps(PairUnit unit) => Math.Abs(scale.Place(unit.One.Standing) - scale.Place(unit.Other.Standing));

        var all = pair.Units.Sum(unit => (double)Steps(unit) * Steps(unit));
        return pair.Units
            .Where(unit => Steps(unit) > 0)
            .OrderByDescending(Steps)
            .ThenBy(unit => question.Areas[unit.Area].Code, StringComparer.Ordinal)
            .ThenBy(unit => unit.Process, StringComparer.Ordinal)
            .Take(MostDriving)
            .Select(unit => new DrivingUnit
            {
                Area = question.Areas[unit.Area].Code,
                AreaName = question.Areas[unit.Area].Name,
                Process = unit.Process,
                StepsApart = Steps(unit),
                Share = Steps(unit) * Steps(unit) / all,
                One = cited.Write(unit.One),
                Other = cited.Write(unit.Other),
            });
    }
}
