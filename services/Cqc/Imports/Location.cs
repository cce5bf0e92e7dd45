using Inspectorates.Cqc.Frameworks;
using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;

namespace Inspectorates.Cqc.Imports;

/// <summary>A line of the file with what is known of it by itself.</summary>
internal sealed class Location
{
    private readonly LocationRatings? _read;

    /// <summary>Reads the line's ratings, and the area where there are any.</summary>
    public Location(LocationLine line)
    {
        Line = line;
        if (line.Body is not { } body)
            return;

        _read = new LocationRatings(body);
        Faults = [.. _read.Faults];
        if (Ratings.Count == 0)
            return;

        if (!(AgencyKinds.TryFind(LocationAgency.Kind, out var kind) && kind.Accepts(Id)))
            Faults.Add(new RowRemark("locationId", $"\"{Id}\" is not the id of a location, such as \"1-545296200\" or \"RM317\""));
        Area = Areas.England.FindByName(body.LocalAuthority ?? "");
        if (Area is null)
            Faults.Add(new RowRemark("localAuthority", $"\"{body.LocalAuthority}\" names no children's services authority in England"));
    }

    public LocationLine Line { get; }

    public LocationBody? Body => Line.Body;

    public string Id => Body?.LocationId ?? "";

    public string Label => Body is null ? "" : LocationAgency.Name(Body);

    /// <summary>The area, by the name of its authority; null where there is nothing to record or the name is unknown.</summary>
    public Area? Area { get; }

    public List<RowRemark> Faults { get; } = [];

    public IReadOnlyList<PublishedRating> Ratings => _read?.Ratings ?? [];

    public IReadOnlyList<RowRemark> Remarks => [.. _read?.Remarks ?? [], .. OutOfScope(), .. UnratedAreas(), .. OtherBoard()];

    /// <summary>Why there is nothing to record.</summary>
    public string WhyNoRatings => UnratedAreas().FirstOrDefault()?.Reason ?? "no service for children or mothers is rated here";

    private IEnumerable<RowRemark> OutOfScope()
    {
        if (Ratings.Count > 0 && _read!.OtherServices.Count > 0)
            yield return new RowRemark("", $"out of scope: the ratings of {string.Join(", ", _read.OtherServices)}");
        if (Ratings.Count > 0 && Body!.CurrentRatings?.Overall is not null)
            yield return new RowRemark("currentRatings.overall", "out of scope: the rating of the location as a whole, adults included");
    }

    private IEnumerable<RowRemark> UnratedAreas() =>
        from area in (Body?.InspectionAreas ?? []).OfType<InspectionArea>()
        where area.Status?.StartsWith("Superseded", StringComparison.OrdinalIgnoreCase) != true
        let service = RatedService.FindByCode(area.InspectionAreaId ?? "")
        where service is not null && Ratings.All(rating => rating.Service != service)
        select new RowRemark("inspectionAreas", $"\"{service.Label}\" ({service.Code}) may be inspected here and has no published rating");

    private IEnumerable<RowRemark> OtherBoard()
    {
        if (Area is not null && Body!.OnspdIcbCode is { Length: > 0 } board && Area.Icbs.All(icb => icb.Code != board))
            yield return new RowRemark("onspdIcbCode", $"{board} is not a board of {Area.Name}; the area is taken from localAuthority");
    }
}
