using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>Writes profiles down as records of the contract.</summary>
internal static class ProfileRecords
{
    private const int Places = 16;

    public static ExactNumber Exact(Rational number) =>
        new() { Fraction = number.ToString(), Decimal = number.ToDecimal(Places) };

    public static WeightProfile Write(Profile profile) => new()
    {
        Id = profile.Id,
        Version = profile.Version,
        Title = profile.Title,
        Illustrative = profile.Illustrative,
        AuthorBody = profile.AuthorBody,
        DecidedOn = Days.Iso(profile.DecidedOn),
        Rationale = profile.Rationale,
        ConsultationAddress = profile.ConsultationAddress,
        Method = profile.Method,
        WeighedBy = profile.WeighedBy,
        Selection = profile.Selection,
        Processes = { profile.Processes },
        JointFindings = profile.JointFindings,
        Values =
        {
            Axis.BestFirst.Select(standing => new StandingValue { Standing = standing, Value = Exact(profile.Values[standing]) }),
        },
        Weights = { profile.Weights.Select(weight => new Weight { Code = weight.Code, Weight_ = Exact(weight.Weight) }) },
        Limiters =
        {
            profile.Limiters.Select(limiter => new Limiter
            {
                When = limiter.When, AtOrBelow = limiter.AtOrBelow, AtMost = profile.Bands.All[limiter.AtMost].Result,
            }),
        },
        Bands =
        {
            profile.Bands.All.Select((band, place) => new Band
            {
                Result = band.Result,
                From = place == 0 ? null : Exact(band.From),
                EdgeBelongsBelow = place > 0 && band.EdgeBelongsBelow,
            }),
        },
        File = profile.File,
        Checks = { Checks(profile) },
    };

    private static IEnumerable<string> Checks(Profile profile)
    {
        var all = Weighing.Sum(profile.Weights.Select(weight => weight.Weight));
        yield return "Every standing has a value, and none is worth more than a better one.";
        yield return $"{Words.Count(profile.Weights.Count, "weight")}, none below 0, together {all.ToDecimal(4)}; only their relation matters.";
        yield return $"{Words.Count(profile.Bands.All.Count, "result")}, each beginning at a higher score than the one before.";
        yield return profile.Limiters.Count == 0
            ? "Nothing limits the result."
            : $"{Words.Count(profile.Limiters.Count, "limiter")}, each naming a standing and a result of this profile.";
    }
}
