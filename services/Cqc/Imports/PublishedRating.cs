using Inspectorates.Cqc.Frameworks;
using Inspectorates.Cqc.Rules;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Imports;

/// <summary>One service of one location as rated in one report.</summary>
internal sealed record PublishedRating
{
    /// <summary>The location that was inspected: another than the one whose body it stands in where the rating is inherited.</summary>
    public required string Inspected { get; init; }

    public required RatedService Service { get; init; }

    public required DateOnly Published { get; init; }

    /// <summary>Whether it was rated under the single assessment framework.</summary>
    public required bool IsSingleAssessment { get; init; }

    /// <summary>The first visit, or the day the assessment was opened; null where the body does not say.</summary>
    public DateOnly? FieldworkStart { get; init; }

    /// <summary>CQC's id of the report. Empty: none given.</summary>
    public string Report { get; init; } = "";

    /// <summary>The ratings by judgement, the service's own first.</summary>
    public required IReadOnlyList<RatedJudgement> Judgements { get; init; }

    /// <summary>Where in the body it stands, as a JSON path.</summary>
    public required string Path { get; init; }

    /// <summary>What identifies it wherever it is repeated: who was inspected, on what, published when.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cqc/{Inspected}/{Service.Code}/{Published:yyyy-MM-dd}");

    /// <summary>Whether another copy gives the same ratings.</summary>
    public bool SaysTheSameAs(PublishedRating other) =>
        Judgements.Select(judgement => (judgement.Code, judgement.Grade?.Code)).ToHashSet()
            .SetEquals(other.Judgements.Select(judgement => (judgement.Code, judgement.Grade?.Code)));
}

/// <summary>A rating of one judgement.</summary>
/// <param name="Code">Code of the judgement.</param>
/// <param name="Grade">The rating, or the wording in place of one; null where the body gives none.</param>
/// <param name="Score">What it was counted from; null where not scored.</param>
internal sealed record RatedJudgement(string Code, Grade? Grade, KeyQuestionScore? Score = null);
