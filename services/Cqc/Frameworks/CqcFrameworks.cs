using Inspectorates.Cqc.Rules;
using Inspectorates.Hosting;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Frameworks;

/// <summary>CQC's frameworks.</summary>
internal static class CqcFrameworks
{
    public const string KeyQuestions = "key-questions";
    public const string KeyQuestionsVersion = "2014-2024";
    public const string SingleAssessment = "single-assessment";
    public const string SingleAssessmentVersion = "2023-";
    public const string Clas = "clas";

    // One took the other's place: a provider is rated under one of them.
    private const string RatingsLine = "ratings";

    /// <summary>Codes of the processes CQC judges: its column of the process catalogue.</summary>
    public static readonly IReadOnlyList<string> Processes =
    [
        "front-door-mash", "contact-referral", "threshold-application", "consent-and-info-sharing", "early-help-assessment",
        "child-and-family-assessment", "strategy-discussion", "s47-enquiry", "cp-medical", "icpc", "child-protection-plan",
        "core-group", "review-cpc", "child-in-need-plan", "risk-assessment", "child-exploitation", "domestic-abuse-marac",
        "transition-youth-to-adult", "care-planning", "lac-health-assessment", "camhs-access", "supervision",
        "management-oversight", "professional-challenge-escalation", "multi-agency-audit", "child-voice",
        "workforce-training", "performance-info-needs-analysis", "out-of-hours",
    ];

    /// <summary>Codes of the processes it judges only in joint inspections.</summary>
    public static readonly IReadOnlyList<string> ConditionalProcesses = ["masa-governance", "cspr-learning"];

    /// <summary>All frameworks, newest first.</summary>
    public static IEnumerable<Framework> All() =>
        [Single(), .. CountryFacts.JointFrameworksOf(CqcInspectorate.InspectorateCode), FiveQuestions(), SafeguardingReview()];

    private static Framework Single()
    {
        var framework = New(SingleAssessment, SingleAssessmentVersion, "Single assessment framework", Framework.Types.State.InForce);
        framework.ActualStart = Month("2023-11-01");
        framework.Lines.Add(RatingsLine);
        framework.Unverified = "that it began in November 2023.";
        framework.Predecessor = KeyQuestions;
        framework.AggregationRule = ScoreRules.InForce.InWords;
        framework.SourceUri = ScoreRules.InForce.SourceUri;
        framework.Grades.Add(Ratings.OfSingleAssessment.Select(grade => grade.Clone()));
        framework.Judgements.Add(Location());
        framework.Judgements.Add(RatedService.All.Where(service => service.InSingleAssessment).SelectMany(service => service.Judgements()));
        framework.Processes.Add(Processes);
        return framework;
    }

    private static Framework FiveQuestions()
    {
        var framework = New(KeyQuestions, KeyQuestionsVersion, "Inspection of health and social care services by five key questions", Framework.Types.State.Ended);
        framework.ActualStart = Year("2014-01-01");
        framework.Lines.Add(RatingsLine);
        framework.Unverified = "the years in which it began and ended.";
        framework.ActualEnd = Year("2024-01-01");
        framework.AggregationRule = RatingPrinciples.InWords;
        framework.SourceUri = RatingPrinciples.SourceUri;
        framework.Grades.Add(Ratings.OfKeyQuestions.Select(grade => grade.Clone()));
        framework.Judgements.Add(Location());
        framework.Judgements.Add(RatedService.All.SelectMany(service => service.Judgements()));
        return framework;
    }

    private static Framework SafeguardingReview()
    {
        var framework = New(Clas, "2013-", "Review of health services for children looked after and safeguarding (CLAS)", Framework.Types.State.InForce);
        framework.Mode = Framework.Types.Mode.SingleAgencyMultiAgencyLens;
        framework.ActualStart = Year("2013-01-01");
        framework.Unverified = "that it began in 2013.";
        framework.SourceUri = "https://www.cqc.org.uk/publications/themed-inspection/children-looked-after-safeguarding-clas-reviews";
        framework.Processes.Add(Processes);
        return framework;
    }

    /// <summary>A location or provider as a whole: it serves adults too, so no process for children is mapped to it.</summary>
    private static IEnumerable<Judgement> Location() =>
        KeyQuestion.All.Select(question => new Judgement { Code = question.Code, Label = question.Label, JourneyStage = question.JourneyStage })
            .Prepend(new Judgement { Code = "overall", Label = "Overall", Headline = true });

    private static Framework New(string code, string version, string label, Framework.Types.State state) => new()
    {
        Code = code,
        Version = version,
        Label = label,
        State = state,
        Mode = Framework.Types.Mode.SingleAgency,
        Inspectorates = { CqcInspectorate.InspectorateCode },
    };

    private static PlannedDate Month(string first) => new() { Day = first, Precision = PlannedDate.Types.Precision.Month };

    private static PlannedDate Year(string first) => new() { Day = first, Precision = PlannedDate.Types.Precision.Year };
}
