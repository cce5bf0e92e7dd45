using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>The two frameworks that the single inspection framework replaced.</summary>
internal static class To2013
{
    public const string ChildProtectionCode = "child-protection";
    public const string LookedAfterChildrenCode = "looked-after-children";

    // On 12 April 2013 the chief inspector gave up inspecting the two apart.
    public const string Announcement = "https://www.wired-gov.net/wg/wg-news-1.nsf/print/A+single+inspection+framework+for+childrens+services+15042013101500";

    public static Framework ChildProtection() => new()
    {
        Code = ChildProtectionCode,
        Label = "Inspection of local authority arrangements for the protection of children",
        Version = "2012-2013",
        State = Framework.Types.State.Ended,
        Mode = Framework.Types.Mode.SingleAgency,
        Lines = { FrameworkLines.ChildProtection },
        AgencyKinds = { FrameworkLines.LocalAuthority },
        Unverified = "that it began in May 2012.",
        ActualStart = Dates.Month(2012, 5),
        ActualEnd = Dates.Month(2013, 10),
        Grades = { Grades.To2013 },
        Judgements =
        {
            new Judgement
            {
                Code = "overall-effectiveness",
                Label = "Overall effectiveness",
                Headline = true,
                JourneyStage = "planning-and-protection",
                Processes =
                {
                    "front-door-mash", "contact-referral", "threshold-application", "early-help-assessment",
                    "child-and-family-assessment", "strategy-discussion", "s47-enquiry", "icpc", "child-protection-plan",
                    "core-group", "review-cpc", "child-in-need-plan", "management-oversight", "child-voice",
                },
            },
        },
        Inspectorates = { OfstedInspectorate.OfstedCode },
        SourceUri = Announcement,
    };

    public static Framework LookedAfterChildren() => new()
    {
        Code = LookedAfterChildrenCode,
        Label = "Inspection of services for looked after children",
        Version = "to-2013",
        State = Framework.Types.State.Ended,
        Mode = Framework.Types.Mode.SingleAgency,
        Lines = { FrameworkLines.LookedAfterChildren },
        AgencyKinds = { FrameworkLines.LocalAuthority },
        Unverified = "that it ended in October 2013, which is taken from when the next began.",
        ActualEnd = Dates.Month(2013, 10),
        Grades = { Grades.To2013 },
        Judgements =
        {
            new Judgement
            {
                Code = "overall-effectiveness",
                Label = "Overall effectiveness",
                Headline = true,
                JourneyStage = "in-care",
                Processes = { "care-planning", "lac-review-iro", "lac-health-assessment", "leaving-care-pathway", "child-voice" },
            },
        },
        Inspectorates = { OfstedInspectorate.OfstedCode },
        SourceUri = Announcement,
    };
}
