using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Holds two verdicts against each other, both ways round: the order must not matter.</summary>
internal static class Compare
{
    public static readonly Descriptions Described = new(new[] { "red", "blue", "green", "grey" }.Select(code => Make.Answer(code)));

    public static Comparison Verdicts(Verdict one, Verdict other, params Verdict[] others)
    {
        var rule = new DifferenceRule(new DifferenceOptions(), Make.Catalogue.KindsMayBeSame);
        var comparands = Comparand.All([one, other, .. others], Described, Make.Catalogue.CanonicalAspect);
        var there = rule.Compare(comparands[0], comparands[1]);
        var back = rule.Compare(comparands[1], comparands[0]);
        Assert.Equal((there.Finding, there.Reason, there.Distance), (back.Finding, back.Reason, back.Distance));
        Assert.Equal(there.LeftOutFor, back.LeftOutFor);
        Assert.Equal(there.SharedProcesses, back.SharedProcesses);
        return there;
    }
}
