using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Imports;

/// <summary>
/// Location bodies of CQC's API, one per line. Ratings of services for children and mothers become records; a rating that
/// stands in two bodies, because a location took it over or kept it after it closed, is recorded once: at a registered
/// location rather than at a deregistered one, then where it was given rather than where it was carried over to.
/// </summary>
internal sealed class CqcApiFormat : IImportFormat
{
    /// <inheritdoc/>
    public string Name => "cqc-api";

    /// <inheritdoc/>
    public string Description =>
        "Location bodies of CQC's public API (/public/v1/locations/{id}), one JSON object per line: ratings of services for children and mothers";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file)
    {
        Location[] locations = [.. LocationLines.Read(file).Select(line => new Location(line))];
        var claims = locations.Where(location => location.Faults.Count == 0)
            .SelectMany(location => location.Ratings.Select(rating => (rating.Key, Claim: (location, rating))))
            .GroupBy(pair => pair.Key, pair => pair.Claim)
            .ToDictionary(group => group.Key, group => group
                .OrderBy(claim => claim.location.Body!.IsRegistered ? 0 : 1)
                .ThenBy(claim => claim.rating.Inspected == claim.location.Id ? 0 : 1)
                .ThenBy(claim => claim.location.Id, StringComparer.Ordinal)
                .First());
        return locations.Select(location => Record(location, claims, file));
    }

    private static InputRecord Record(
        Location location, Dictionary<string, (Location Location, PublishedRating Rating)> claims, ImportFile file)
    {
        if (location.Line.Unreadable is { } unreadable)
            return unreadable;
        if (location.Faults.Count > 0)
            return new RefusedRecord { Line = location.Line.Number, Label = location.Label, Faults = location.Faults, Remarks = location.Remarks };
        if (location.Ratings.Count == 0)
            return new OutOfScopeRecord { Line = location.Line.Number, Label = location.Label, Reason = location.WhyNoRatings, Remarks = location.Remarks };

        var remarks = new List<RowRemark>(location.Remarks);
        var records = new List<ImportedRecord>();
        foreach (var rating in location.Ratings)
        {
            var (winner, counted) = claims[rating.Key];
            if (winner.Id == location.Id)
            {
                records.Add(RatingRecord.Of(rating, location.Body!, location.Area!, file));
                continue;
            }

            remarks.Add(new RowRemark(rating.Path, $"the same rating is counted once, at location {winner.Id}"
                + (counted.SaysTheSameAs(rating) ? "" : ", where it reads differently")));
        }

        return records.Count > 0
            ? new FactsRecord { Line = location.Line.Number, Label = location.Label, Records = records, Remarks = remarks }
            : new OutOfScopeRecord
            {
                Line = location.Line.Number,
                Label = location.Label,
                Reason = "its ratings of services for children and mothers are counted once, at "
                    + string.Join(" and ", location.Ratings.Select(rating => claims[rating.Key].Location.Id).Distinct().Order(StringComparer.Ordinal)),
                Remarks = remarks,
            };
    }
}
