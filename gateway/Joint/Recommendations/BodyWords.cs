using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Recommendations;

/// <summary>Bodies that can act, as the view of an area names them.</summary>
internal sealed class BodyWords(Area area, Catalogue catalogue)
{
    /// <summary>Whether a body is one: the partnership, or an agency of a kind.</summary>
    public static bool IsWhole(Subject body) => body.Kind switch
    {
        Subject.Types.Kind.Partnership => true,
        Subject.Types.Kind.Agency => body.Agency?.Kind.Length > 0,
        _ => false,
    };

    /// <summary>The body of the area: a kind of which the area has one agency is that agency.</summary>
    public Subject InArea(Subject body)
    {
        if (body.Kind is not Subject.Types.Kind.Agency)
            return body.Clone();
        var ofKind = area.Agencies.Where(agency => agency.Kind == body.Agency.Kind).ToList();
        if (body.Agency.Code.Length > 0)
            return ofKind.Find(agency => agency.Code == body.Agency.Code) is { } coded && body.Agency.Name.Length == 0
                ? new Subject { Kind = Subject.Types.Kind.Agency, Agency = coded.Clone() }
                : body.Clone();
        // One that is named otherwise is another: a force that works in the area need not be the area's.
        return ofKind is [var only] && (body.Agency.Name.Length == 0 || body.Agency.Name == only.Name)
            ? new Subject { Kind = Subject.Types.Kind.Agency, Agency = only.Clone() }
            : new Subject { Kind = Subject.Types.Kind.Agency, Agency = new Agency { Kind = body.Agency.Kind, Name = body.Agency.Name } };
    }

    /// <summary>What a body of the area is called: "Norfolk Constabulary", "the police force", "the safeguarding partnership".</summary>
    public string Label(Subject body) =>
        body.Kind is Subject.Types.Kind.Partnership ? "the safeguarding partnership"
        : body.Agency.Name.Length > 0 ? body.Agency.Name
        : body.Agency.Code.Length > 0 ? $"{catalogue.AgencyKindLabel(body.Agency.Kind)} {body.Agency.Code}"
        : $"the {catalogue.AgencyKindLabel(body.Agency.Kind)}";

    /// <summary>The same for the same body.</summary>
    public static string Key(Subject body) => body.Kind is Subject.Types.Kind.Partnership ? "" : $"{body.Agency.Kind}|{body.Agency.Code}|{(body.Agency.Code.Length > 0 ? "" : body.Agency.Name)}";
}
