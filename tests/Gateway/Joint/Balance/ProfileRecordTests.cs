using Inspectorates.Gateway.Joint.Balance;
using static Inspectorates.Joint.V1.WeightProfile.Types;
using Standing = Inspectorates.V1.Grade.Types.Standing;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class ProfileRecordTests
{
    [Fact]
    public void A_profile_is_written_down_whole()
    {
        var written = ProfileRecords.Write(ProfileOf.Stages(("in-care", "0.5"), ("planning", "1/3")) with
        {
            Illustrative = false,
            ConsultationAddress = "https://example.org/consultation",
            Method = Method.LimitedThenWeighted,
            Processes = ["icpc", "s47-enquiry"],
            Limiters = [new("in-care", Standing.FallsShort, Scale.Low)],
        });

        Assert.Equal(("trial", 3, "Trial", false, "Nobody"), (written.Id, written.Version, written.Title, written.Illustrative, written.AuthorBody));
        Assert.Equal(
            ("2025-01-31", "To try.", "https://example.org/consultation", "trial.json"),
            (written.DecidedOn, written.Rationale, written.ConsultationAddress, written.File));
        Assert.Equal(
            (Method.LimitedThenWeighted, WeighedBy.JourneyStage, Selection.LatestProcessVerdicts, true),
            (written.Method, written.WeighedBy, written.Selection, written.JointFindings));
        Assert.Equal(["icpc", "s47-enquiry"], written.Processes);
        Assert.Equal(
            [
                (Standing.Exceeds, "4", "4"), (Standing.Meets, "3", "3"), (Standing.Mixed, "5/2", "2.5"), (Standing.FallsShort, "2", "2"),
                (Standing.Fails, "1", "1"),
            ],
            written.Values.Select(one => (one.Standing, one.Value.Fraction, one.Value.Decimal)));
        Assert.Equal(
            [("in-care", "1/2", "0.5"), ("planning", "1/3", "0.3333333333333333")],
            written.Weights.Select(one => (one.Code, one.Weight_.Fraction, one.Weight_.Decimal)));
        Assert.Equal(
            [("in-care", Standing.FallsShort, "Low")], written.Limiters.Select(one => (one.When, one.AtOrBelow, one.AtMost)));
    }

    [Fact]
    public void The_worst_result_has_no_beginning_and_no_edge()
    {
        var written = ProfileRecords.Write(ProfileOf.Equal with
        {
            Bands = new([new("Worst", 9, EdgeBelongsBelow: true), new("Low", Scale.Number("1.5")), new("Good", 3, EdgeBelongsBelow: true)]),
        });

        Assert.Equal(
            [("Worst", null, false), ("Low", "3/2", false), ("Good", "3", true)],
            written.Bands.Select(band => (band.Result, band.From?.Fraction, band.EdgeBelongsBelow)));
    }

    [Fact]
    public void What_was_checked_is_said()
    {
        Assert.Equal(
            [
                "Every standing has a value, and none is worth more than a better one.",
                "2 weights, none below 0, together 0.8333; only their relation matters.",
                "4 results, each beginning at a higher score than the one before.",
                "Nothing limits the result.",
            ],
            ProfileRecords.Write(ProfileOf.Inspectorates(("red", "0.5"), ("blue", "1/3"))).Checks);
        Assert.Equal(
            [
                "Every standing has a value, and none is worth more than a better one.",
                "1 weight, none below 0, together 2; only their relation matters.",
                "1 result, each beginning at a higher score than the one before.",
                "1 limiter, each naming a standing and a result of this profile.",
            ],
            ProfileRecords.Write(ProfileOf.Inspectorates(("red", "2")) with
            {
                Bands = new([new("Any", 0)]),
                Limiters = [new(ProfileLimiter.Any, Standing.Fails, 0)],
            }).Checks);
        Assert.Equal(
            "2 limiters, each naming a standing and a result of this profile.",
            ProfileRecords.Write(ProfileOf.Equal with
            {
                Limiters = [new("red", Standing.Fails, 0), new("blue", Standing.Fails, 0)],
            }).Checks[3]);
    }
}
