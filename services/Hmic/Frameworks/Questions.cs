namespace Inspectorates.Hmic.Frameworks;

/// <summary>The pillars, questions and topics of each framework, in the inspectorate's order.</summary>
internal static class Questions
{
    private const string Pillar = "pillar";
    private const string Ask = "question";

    /// <summary>What a grade for protecting vulnerable people rests on: how a force sees, shares and acts on risk to children among others.</summary>
    private static readonly string[] Vulnerable =
    [
        "front-door-mash", "police-notification", "risk-assessment", "strategy-discussion", "s47-enquiry", "missing-response",
        "child-exploitation", "domestic-abuse-marac",
    ];

    /// <summary>
    /// PEEL to 2018/19: three pillars and their questions. The effectiveness pillar includes protecting vulnerable people and
    /// so covers what that question covers.
    /// </summary>
    public static readonly IReadOnlyList<Question> OfFourGrades =
    [
        new("effectiveness", "Effectiveness", Pillar) { Processes = Vulnerable },
        new("efficiency", "Efficiency", Pillar),
        new("legitimacy", "Legitimacy", Pillar),
        new("preventing-crime", "Preventing crime and tackling anti-social behaviour", Ask)
        {
            OtherWordings =
            [
                "Preventing crime and anti-social behaviour", "Preventing crime, tackling anti-social behaviour and keeping people safe",
                "Preventing crime and anti-social behaviour, and keeping people safe",
            ],
        },
        new("investigating-crime", "Investigating crime and reducing re-offending", Ask) { OtherWordings = ["Investigating crime and managing offenders"] },
        new("protecting-vulnerable-people", "Protecting vulnerable people and supporting victims", Ask)
        {
            OtherWordings =
            [
                "Protecting those who are vulnerable from harm, and supporting victims",
                "Protecting from harm those who are vulnerable, and supporting victims",
            ],
            Processes = Vulnerable,
        },
        new("serious-and-organised-crime", "Tackling serious and organised crime", Ask),
        new("meeting-demand", "Meeting current demands and using resources", Ask) { OtherWordings = ["Using resources to meet demand"] },
        new("planning-for-the-future", "Planning for the future", Ask),
        new("treating-the-public", "Treating the public fairly", Ask) { OtherWordings = ["Fair treatment of the public"] },
        new("ethical-behaviour", "Ethical and lawful workforce behaviour", Ask),
        new("treating-the-workforce", "Treating the workforce fairly", Ask) { OtherWordings = ["Fair treatment of the workforce"] },
    ];

    /// <summary>PEEL since 2021/22: questions only, those of its cycles together.</summary>
    public static readonly IReadOnlyList<Question> OfFiveGrades =
    [
        new("preventing-crime", "Preventing crime", Ask)
        {
            OtherWordings = ["Preventing and deterring crime and antisocial behaviour, and reducing vulnerability", "Preventing crime and anti-social behaviour"],
        },
        new("treatment-of-the-public", "Treatment of the public", Ask)
        {
            OtherWordings = ["Police powers and public treatment", "Police powers and treating the public fairly and respectfully"],
        },
        // Vulnerability is assessed at the first contact.
        new("responding-to-the-public", "Responding to the public", Ask)
        {
            Processes = ["risk-assessment", "police-notification"],
            JourneyStage = "contact-and-front-door",
        },
        new("investigating-crime", "Investigating crime", Ask),
        // As a source words it; whether it is the question above is not said, so the two are kept apart.
        new("investigating-crime-and-supporting-victims", "Investigating crime and supporting victims", Ask),
        new("supporting-victims", "Supporting victims", Ask),
        new("protecting-vulnerable-people", "Protecting vulnerable people", Ask) { Processes = Vulnerable },
        new("managing-offenders", "Managing offenders", Ask) { OtherWordings = ["Managing offenders and suspects"], Processes = ["mappa"] },
        new("serious-organised-crime", "Disrupting serious organised crime", Ask) { OtherWordings = ["Tackling serious and organised crime"] },
        new("workplace", "Developing a positive workplace", Ask) { OtherWordings = ["Building, supporting and protecting the workforce"] },
        new("resources-and-leadership", "Good use of resources", Ask)
        {
            OtherWordings = ["Leadership and force management", "Strategic planning, organisational management and value for money"],
        },
        new("recording-crime", "Recording data about crime", Ask),
    ];

    /// <summary>The five graded topics of the child protection inspection since April 2024.</summary>
    public static readonly IReadOnlyList<Question> OfChildProtection =
    [
        new("leadership", "Leadership", Ask)
        {
            Processes = ["management-oversight", "supervision", "workforce-training", "performance-info-needs-analysis"],
            JourneyStage = "leadership-and-partnership",
        },
        new("partnership-working", "Partnership working", Ask)
        {
            Processes = ["front-door-mash", "consent-and-info-sharing", "strategy-discussion", "professional-challenge-escalation"],
            JourneyStage = "leadership-and-partnership",
        },
        new("initial-response", "Initial response", Ask)
        {
            Processes = ["police-protection", "missing-response", "child-voice", "out-of-hours"],
            JourneyStage = "contact-and-front-door",
        },
        new("risk-assessment-and-referral", "Risk assessment and referral", Ask)
        {
            Processes = ["risk-assessment", "police-notification", "contact-referral", "operation-encompass"],
            JourneyStage = "assessment-and-enquiry",
        },
        new("investigation", "Investigation", Ask)
        {
            Processes = ["s47-enquiry", "child-exploitation"],
            JourneyStage = "assessment-and-enquiry",
        },
    ];
}
