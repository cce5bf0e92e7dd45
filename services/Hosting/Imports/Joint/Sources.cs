using Inspectorates.V1;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>Where the facts of the joint formats come from.</summary>
internal static class Sources
{
    /// <summary>A source read off published reports by somebody else than their publisher.</summary>
    /// <param name="file">The file imported.</param>
    /// <param name="uri">Address of the report, or of the page that lists it. Empty: none known.</param>
    /// <param name="locator">Document and page. Empty: the whole.</param>
    /// <param name="licence">Licence of the data. Default: that of the reports.</param>
    public static Provenance Scraped(ImportFile file, string uri, string locator = "", string licence = "OGL-UK-3.0") => new()
    {
        Uri = uri,
        Edition = file.Edition,
        EditionDay = file.EditionDay is { } day ? SourceDay.Iso(day) : "",
        Licence = licence,
        Authority = Provenance.Types.Authority.Scraped,
        Locator = locator,
    };
}
