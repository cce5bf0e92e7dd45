namespace Inspectorates.Cqc.Frameworks;

/// <summary>One of the five questions CQC asks of every service.</summary>
/// <param name="Code">Code: <c>well-led</c>.</param>
/// <param name="Label">As printed: <c>Well-led</c>.</param>
/// <param name="Processes">The processes it covers wherever it is asked about a service for children.</param>
/// <param name="JourneyStage">The stage it covers; empty: all.</param>
internal sealed record KeyQuestion(string Code, string Label, IReadOnlyList<string> Processes, string JourneyStage = "")
{
    /// <summary>The five in CQC's order.</summary>
    public static readonly IReadOnlyList<KeyQuestion> All =
    [
        // Safeguarding stands under Safe: whether staff see risk, are trained to, and refer.
        new("safe", "Safe", ["contact-referral", "risk-assessment", "workforce-training"]),
        // Working with other agencies and sharing what they need stands under Effective.
        new("effective", "Effective", ["consent-and-info-sharing"]),
        new("caring", "Caring", ["child-voice"]),
        new("responsive", "Responsive", []),
        new("well-led", "Well-led", ["management-oversight", "supervision"], "leadership-and-partnership"),
    ];

    /// <summary>Finds a question by its words, whatever their case.</summary>
    public static KeyQuestion? Find(string words) =>
        All.FirstOrDefault(question => Hosting.Imports.Words.Key(question.Label) == Hosting.Imports.Words.Key(words));
}
