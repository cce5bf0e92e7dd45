using System.Text.RegularExpressions;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Imports;

/// <summary>A location as the agency a rating is about.</summary>
internal static partial class LocationAgency
{
    /// <summary>The kind of agency.</summary>
    public const string Kind = "cqc-location";

    /// <summary>The agency. A closed location says so in its name, so that no rendering shows it as one that is open.</summary>
    public static Agency Of(LocationBody location) => new()
    {
        Kind = Kind,
        Code = location.LocationId,
        Name = Name(location) + (location.IsRegistered ? "" : " (deregistered)"),
    };

    /// <summary>
    /// The location's name. Sole practitioners register under their own, and no person is named here: the kind of service and
    /// the id stand for these.
    /// </summary>
    public static string Name(LocationBody location)
    {
        var kind = location.Type == "Primary Medical Services" ? "GP practice" : "Location";
        return string.IsNullOrWhiteSpace(location.Name) || TitleOfAPerson().IsMatch(location.Name)
            ? $"{kind} {location.LocationId}"
            : location.Name.Trim();
    }

    [GeneratedRegex(@"\b(dr|drs|doctor|mr|mrs|ms|miss|mx|prof|professor|sir|dame)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleOfAPerson();
}
