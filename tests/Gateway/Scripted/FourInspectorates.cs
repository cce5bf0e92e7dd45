namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>Four inspectorates that answer: alpha and beta contradict each other, gamma agrees with alpha, delta has nothing.</summary>
public sealed class FourInspectorates : IAsyncLifetime
{
    public static readonly string[] Codes = ["alpha", "beta", "delta", "gamma"];

    public IReadOnlyList<ScriptedInspectorate> All { get; private set; } = [];

    public ScriptedInspectorate this[string code] => All.Single(inspectorate => inspectorate.Code == code);

    public async ValueTask InitializeAsync()
    {
        All = await Task.WhenAll(Codes.Select(code => new ScriptedInspectorate(code).StartAsync()));
        Fill(All);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var inspectorate in All)
            await inspectorate.DisposeAsync();
    }

    public static void Fill(IEnumerable<ScriptedInspectorate> inspectorates)
    {
        foreach (var inspectorate in inspectorates)
        {
            var code = inspectorate.Code;
            if (code == "delta")
                continue;
            inspectorate.Inspections.Add(Facts.Inspection(code));
            inspectorate.Verdicts.Add(Facts.Verdict(code, "strategy-discussion", code == "beta" ? "bad" : "good"));
            inspectorate.Verdicts.Add(Facts.Verdict(code, "icpc", "good"));
            inspectorate.Verdicts.Add(Facts.Judgement(code, "good"));
        }
    }
}
