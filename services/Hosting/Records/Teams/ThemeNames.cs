using Inspectorates.Reference;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>The themes of a framework: its judgements, its own themes, and the processes of the catalogue. Nothing else is one, a name least of all.</summary>
internal static class ThemeNames
{
    public static bool Has(KnownFrameworks known, string framework, string theme) =>
        ProcessCatalogue.England.TryFind(theme, out _)
        || known.Description.Frameworks.Where(one => one.Code == framework)
            .Any(one => one.Judgements.Any(judgement => judgement.Code == theme) || one.Themes.Any(own => own.Label == theme));
}
