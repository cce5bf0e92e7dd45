using About = Inspectorates.Joint.V1.AgreementComparison.Types.About;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>What verdicts are compared on: overalls, all processes together, or one process.</summary>
/// <param name="About">Which of them.</param>
/// <param name="Process">Code of the process; empty where it is not about one.</param>
internal readonly record struct Topic(About About, string Process)
{
    public static Topic Broad => new(About.BroadJudgements, "");
    public static Topic AllProcesses => new(About.AllProcesses, "");

    public static Topic One(string process) => new(About.OneProcess, process);
}
