using System.Globalization;
using System.Text.Json;
using Inspectorates.Cqc.Frameworks;
using Inspectorates.Cqc.Rules;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Cqc.Imports;

/// <summary>What a location's body says about services for children and mothers.</summary>
internal sealed class LocationRatings
{
    private readonly LocationBody _body;
    private readonly List<PublishedRating> _ratings = [];
    private readonly List<RowRemark> _faults = [];
    private readonly List<RowRemark> _remarks = [];
    private readonly SortedSet<string> _otherServices = new(StringComparer.Ordinal);

    /// <summary>Reads the body.</summary>
    public LocationRatings(LocationBody body)
    {
        _body = body;
        foreach (var (rating, at) in Numbered(body.CurrentRatings?.ServiceRatings))
            Read(rating, body.CurrentRatings!, $"currentRatings.serviceRatings[{at}]");
        foreach (var (set, at) in Numbered(body.HistoricRatings))
            foreach (var (rating, place) in Numbered(set.ServiceRatings))
                Read(rating, set, $"historicRatings[{at}].serviceRatings[{place}]");
        foreach (var (assessment, at) in Numbered(body.Assessment))
            foreach (var (rating, place) in Numbered(assessment.Ratings?.AsgRatings))
                Read(rating, assessment, $"assessment[{at}].ratings.asgRatings[{place}]");
    }

    /// <summary>The ratings of services for children and mothers, each report once.</summary>
    public IReadOnlyList<PublishedRating> Ratings => _ratings;

    /// <summary>What cannot be read of them.</summary>
    public IReadOnlyList<RowRemark> Faults => _faults;

    /// <summary>What is unusual about them.</summary>
    public IReadOnlyList<RowRemark> Remarks => _remarks;

    /// <summary>Other services rated here: out of scope.</summary>
    public IReadOnlyCollection<string> OtherServices => _otherServices;

    private void Read(ServiceRating rating, RatingSet set, string path)
    {
        if (RatedService.FindByCode(rating.Name ?? "") is not { } service)
        {
            _otherServices.Add(rating.Name ?? "(no name)");
            return;
        }

        var report = rating.ReportLinkId ?? set.ReportLinkId ?? "";
        if (Day(rating.ReportDate ?? set.ReportDate, $"{path}.reportDate") is { } published)
            Add(new PublishedRating
            {
                Inspected = rating.OrganisationId ?? set.OrganisationId ?? _body.LocationId!,
                Service = service,
                Published = published,
                IsSingleAssessment = false,
                FieldworkStart = FirstVisit(report, published),
                Report = report,
                Judgements = Judgements(rating, service, path),
                Path = path,
            });
    }

    private void Read(ServiceRating rating, Assessment assessment, string path)
    {
        if (RatedService.FindByLabel(rating.Name ?? "") is not { } service)
        {
            _otherServices.Add(rating.Name ?? "(no name)");
            return;
        }

        if (Day(assessment.AssessmentPlanPublishedDateTime, "assessment[].assessmentPlanPublishedDateTime") is { } published)
            Add(new PublishedRating
            {
                Inspected = rating.OrganisationId ?? _body.LocationId!,
                Service = service,
                Published = published,
                IsSingleAssessment = true,
                FieldworkStart = string.IsNullOrWhiteSpace(rating.AssessmentDate) ? null : Day(rating.AssessmentDate, $"{path}.assessmentDate"),
                Judgements = Judgements(rating, service, path),
                Path = path,
            });
    }

    private void Add(PublishedRating rating)
    {
        if (_ratings.Find(known => known.Key == rating.Key) is not { } known)
            _ratings.Add(rating);
        else if (!known.SaysTheSameAs(rating))
            _remarks.Add(new RowRemark(rating.Path, $"differs from {known.Path}, which is of the same report and stands"));
    }

    private List<RatedJudgement> Judgements(ServiceRating rating, RatedService service, string path)
    {
        var judgements = new List<RatedJudgement> { new(service.Code, Grade(rating.Rating, $"{path}.rating")) };
        foreach (var (answer, at) in Numbered(rating.KeyQuestionRatings))
        {
            var place = $"{path}.keyQuestionRatings[{at}]";
            if (KeyQuestion.Find(answer.Name ?? "") is not { } question)
                _faults.Add(new RowRemark($"{place}.name", $"\"{answer.Name}\" is no key question; one of {string.Join(", ", KeyQuestion.All.Select(known => $"\"{known.Label}\""))} was expected"));
            else if (Grade(answer.Rating, $"{place}.rating") is { } grade)
                judgements.Add(new RatedJudgement(service.JudgementOn(question), grade, Score(answer)));
        }

        return judgements;
    }

    private V1.Grade? Grade(string? words, string path)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;
        if (Frameworks.Ratings.Find(words) is { } grade)
            return grade;
        _faults.Add(new RowRemark(path, $"\"{words}\" is no rating of CQC's; one of {Frameworks.Ratings.Known} was expected"));
        return null;
    }

    private static KeyQuestionScore? Score(KeyQuestionRating answer)
    {
        var text = answer.PercentageScore is { ValueKind: not JsonValueKind.Null } score ? score.ToString() : "";
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var percent) || percent is <= 0 or > 100)
            return null;
        var statements = (answer.Topicareas ?? []).OfType<QualityStatement>().Select(statement => statement.QualityStatementscore?.FirstOrDefault() ?? ' ')
            .Where(digit => digit is >= '1' and <= '4').Select(digit => digit - '0');
        return new KeyQuestionScore(percent, [.. statements]);
    }

    private DateOnly? FirstVisit(string report, DateOnly published)
    {
        var visit = _body.Reports?.OfType<Report>().FirstOrDefault(candidate => report.Length > 0 && candidate.LinkId == report)?.FirstVisitDate;
        return SourceDay.TryRead(visit ?? "", out var day) && day <= published ? day : null;
    }

    private DateOnly? Day(string? text, string path)
    {
        if (SourceDay.TryRead(text ?? "", out var day))
            return day;
        _faults.Add(new RowRemark(path, $"\"{text}\" is not a day; 2024-12-31 was expected"));
        return null;
    }

    private static IEnumerable<(T Value, int At)> Numbered<T>(IReadOnlyList<T>? values) =>
        (values ?? []).Select((value, at) => (value, at)).Where(pair => pair.value is not null);
}
