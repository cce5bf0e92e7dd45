using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inspectorates.Cqc.Imports;

/// <summary>
/// The parts of a <c>/locations/{id}</c> body of CQC's API that are read. Addresses, contacts and commentary are left where
/// they are. Every part may be absent.
/// </summary>
internal sealed record LocationBody(
    string? LocationId,
    string? ProviderId,
    string? OrganisationType,
    string? Name,
    string? Type,
    string? RegistrationStatus,
    string? DeregistrationDate,
    string? LocalAuthority,
    string? OnspdIcbCode,
    RatingSet? CurrentRatings,
    IReadOnlyList<RatingSet>? HistoricRatings,
    IReadOnlyList<InspectionArea>? InspectionAreas,
    IReadOnlyList<Report>? Reports,
    IReadOnlyList<Assessment>? Assessment)
{
    /// <summary>Whether the location still stands in CQC's register.</summary>
    public bool IsRegistered => !"Deregistered".Equals(RegistrationStatus, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Ratings published at one time, or, for the current ones, those that still stand.</summary>
internal sealed record RatingSet(
    string? OrganisationId, string? ReportDate, string? ReportLinkId, JsonElement? Overall, IReadOnlyList<ServiceRating>? ServiceRatings);

/// <summary>The rating of one service of a location, or one of a single assessment.</summary>
/// <param name="Name">The service's id; in an assessment its name in words.</param>
/// <param name="Rating">In CQC's words.</param>
/// <param name="ReportDate">Current ratings only; elsewhere the set has it.</param>
/// <param name="ReportLinkId">As <paramref name="ReportDate"/>.</param>
/// <param name="OrganisationId">The location that was inspected, where it is another: the rating is inherited.</param>
/// <param name="AssessmentDate">Single assessments only: the day the assessment was opened.</param>
/// <param name="KeyQuestionRatings">By key question.</param>
internal sealed record ServiceRating(
    string? Name, string? Rating, string? ReportDate, string? ReportLinkId, string? OrganisationId, string? AssessmentDate,
    IReadOnlyList<KeyQuestionRating>? KeyQuestionRatings);

/// <summary>The rating of one key question.</summary>
/// <param name="Name">The question in words.</param>
/// <param name="Rating">In CQC's words.</param>
/// <param name="PercentageScore">Single assessments only: a number as text or as a number; 0 where the service is not scored.</param>
/// <param name="Topicareas">Single assessments only: the quality statements.</param>
internal sealed record KeyQuestionRating(
    string? Name, string? Rating, JsonElement? PercentageScore, IReadOnlyList<QualityStatement>? Topicareas);

/// <summary>The score of one quality statement.</summary>
/// <param name="QualityStatementscore">As printed: <c>3 - Evidence shows a good standard of care</c>.</param>
internal sealed record QualityStatement([property: JsonPropertyName("qualityStatementscore")] string? QualityStatementscore);

/// <summary>A service CQC may inspect at the location, rated or not.</summary>
internal sealed record InspectionArea(string? InspectionAreaId, string? InspectionAreaName, string? Status);

/// <summary>A report on the location.</summary>
internal sealed record Report(string? LinkId, string? FirstVisitDate);

/// <summary>An assessment under the newest framework.</summary>
internal sealed record Assessment(string? AssessmentPlanPublishedDateTime, AssessmentRatings? Ratings);

/// <summary>The ratings of an assessment, one per service.</summary>
internal sealed record AssessmentRatings(IReadOnlyList<ServiceRating>? AsgRatings);
