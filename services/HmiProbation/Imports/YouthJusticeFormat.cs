using System.Globalization;
using Inspectorates.HmiProbation.Frameworks;
using Inspectorates.HmiProbation.Rules;
using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.HmiProbation.Imports;

/// <summary>
/// Ratings of youth justice services, scraped from the inspectorate's pages. Only the overall rating and the score can be
/// relied on: the standards' cells are not imported, and a blank one says nothing.
/// </summary>
internal sealed class YouthJusticeFormat : IImportFormat
{
    private static readonly CsvColumn Service = new("la_name", "service", "youth_justice_service", "name");
    private static readonly CsvColumn Score = new("score_%", "score");
    private static readonly CsvColumn Rating = new("overall_rating");
    private static readonly CsvColumn Published = new("publication_date", "published");
    private static readonly CsvColumn Link = new("report_url", "url") { Required = false };

    /// <summary>Standards of the programme to 2024 that the one since does not have; a cell filled shows which it was.</summary>
    private static readonly CsvColumn[] OfTo2024 =
    [
        new("information_and_facilities") { Required = false },
        new("implementation_and_delivery") { Required = false },
        new("resettlement_policy_and_provision") { Required = false },
        new("outofcourt_disposal_policy_and_provision") { Required = false },
    ];

    // The last reports of the programme to 2024 came out in the spring of 2025.
    private static readonly DateOnly SinceThenLookAtStandards = new(2025, 4, 1);

    /// <inheritdoc/>
    public string Name => "hmip-youth-justice";

    /// <inheritdoc/>
    public string Description =>
        "Youth justice ratings scraped from HMI Probation's pages by Data to Insight (hmi-probation-youth-justice-scrape), as CSV; "
        + "of the ratings only the overall is imported, since only it can be relied on";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file) =>
        CsvTable.Read(file, [Service, Score, Rating, Published, Link, .. OfTo2024]).Select(row => row.Unreadable ?? Read(file, row));

    private static InputRecord Read(ImportFile file, CsvRow row)
    {
        var faults = new List<RowRemark>();
        var remarks = new List<RowRemark>();
        var service = Footprints.OfYouthJusticeService(row[Service]);
        if (service.Outcome == ServiceFootprint.Kind.Welsh)
            return OutOfScope(row, service.Reason);
        if (service.Outcome == ServiceFootprint.Kind.Unmatched)
            faults.Add(new RowRemark(Service.Name, $"\"{row[Service]}\": {service.Reason}"));
        else if (service.Areas.Any(area => area.IsFictional))
            faults.Add(new RowRemark(Service.Name, $"\"{row[Service]}\" is of a fictional area, of which nothing is published"));

        if (!SourceDay.TryRead(row[Published], out var published))
            faults.Add(new RowRemark(Published.Name, $"\"{row[Published]}\" is no day; right is {SourceDay.Accepted}"));
        var rating = RatingCell.Read(row[Rating]);
        if (rating.Fault.Length > 0)
            faults.Add(new RowRemark(Rating.Name, rating.Fault));
        var score = ReadScore(row, faults);
        if (faults.Count > 0)
            return new RefusedRecord { Line = row.Line, Label = row[Service], Faults = faults, Remarks = remarks };

        if (rating.Code.Length == 0)
            remarks.Add(new RowRemark(Rating.Name, $"\"{row[Rating]}\": recorded as not judged, since {rating.NotJudged}; none is made from the score"));
        var version = published < SinceThenLookAtStandards || OfTo2024.Any(column => row[column].Length > 0)
            ? YouthJustice.VersionTo2024
            : YouthJustice.VersionFrom2025;
        RemarkOnScore(version, score, rating, remarks);
        var inspection = new ServiceInspection
        {
            Service = service,
            IsJoint = row[Service].EndsWith(" - JI", StringComparison.OrdinalIgnoreCase),
            Published = published,
            Version = version,
            Score = score,
            Rating = rating,
            Source = new Provenance
            {
                Uri = ReadLink(row, remarks),
                Edition = file.Edition,
                EditionDay = file.EditionDay is { } day ? SourceDay.Iso(day) : "",
                Licence = "MIT AND OGL-UK-3.0",
                Authority = Provenance.Types.Authority.Scraped,
            },
        };
        return new FactsRecord { Line = row.Line, Label = row[Service], Records = [inspection.ToRecord()], Remarks = remarks };
    }

    /// <summary>A row of another country is checked like any other, and nothing of it refused.</summary>
    private static OutOfScopeRecord OutOfScope(CsvRow row, string reason)
    {
        var remarks = new List<RowRemark>();
        RemarkOnScore(ScoreBands.YouthJusticeTo2024.Version, ReadScore(row, []), RatingCell.Read(row[Rating]), remarks);
        return new OutOfScopeRecord { Line = row.Line, Label = row[Service], Reason = reason, Remarks = remarks };
    }

    /// <summary>The score in percent; null where the cell is blank.</summary>
    private static decimal? ReadScore(CsvRow row, List<RowRemark> faults)
    {
        var cell = row[Score].TrimEnd('%', ' ');
        if (Words.Key(cell) is "" or "nan" or "none")
            return null;
        if (decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 100)
            return decimal.Round(score, 4);
        faults.Add(new RowRemark(Score.Name, $"\"{row[Score]}\" is no score; right is a number from 0 to 100 such as 61.11"));
        return null;
    }

    private static void RemarkOnScore(string version, decimal? score, RatingCell rating, List<RowRemark> remarks)
    {
        var bands = ScoreBands.YouthJusticeTo2024;
        if (version == bands.Version && score is { } percent && rating.Code.Length > 0 && bands.Allowed(percent) is var allowed && !allowed.Contains(rating.Code))
            remarks.Add(new RowRemark(Score.Name, ScoreCheck.Explain(bands, percent, rating.Code, allowed) + " Both are kept as published."));
    }

    private static string ReadLink(CsvRow row, List<RowRemark> remarks)
    {
        var link = row[Link];
        if (link.Length == 0
            || (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.EndsWith(".justiceinspectorates.gov.uk", StringComparison.Ordinal)))
            return link;
        remarks.Add(new RowRemark(Link.Name, $"\"{link}\" is no address of an HMI Probation report and is left out"));
        return "";
    }
}
