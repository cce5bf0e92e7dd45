using System.Collections.Frozen;

namespace Inspectorates.Reference;

/// <summary>
/// Aspects of a process: what of it a verdict is about. The list is open, an unknown slug is an aspect of its own. Two
/// words are synonyms only where they mean the same thing, because aspects carry the meaning: a synonym too many makes
/// a contradiction out of two findings that are both true.
/// </summary>
public static class Aspects
{
    /// <summary>The process as a whole.</summary>
    public const string Whole = "whole";

    private static readonly Lazy<State> Loaded = new(Load);

    /// <summary>The aspects met so far, <see cref="Whole"/> first.</summary>
    public static IReadOnlyList<Aspect> Known => Loaded.Value.Known;

    /// <summary>
    /// The slug under which an aspect is compared: lower case, hyphens, synonyms replaced. An unknown word comes back
    /// as a slug; a blank one, an unknown aspect, as an empty string. Canonical slugs come back as they are.
    /// </summary>
    public static string Canonical(string aspect)
    {
        var slug = Names.Slug(aspect);
        return Loaded.Value.Canonical.GetValueOrDefault(slug, slug);
    }

    /// <summary>The aspect in words; an aspect met for the first time by its slug without hyphens.</summary>
    public static string Label(string aspect)
    {
        var slug = Canonical(aspect);
        return Loaded.Value.Labels.GetValueOrDefault(slug) ?? slug.Replace('-', ' ');
    }

    private static State Load()
    {
        var rows = Table.Read("aspects.csv");
        var canonical = new Dictionary<string, string>();
        foreach (var row in rows)
            foreach (var word in row.List("synonyms").Prepend(row.Required("code")))
                if (!canonical.TryAdd(word, row["code"]))
                    throw row.Fault("synonyms", $"\"{word}\" already stands for another aspect");
        Aspect[] known = [.. rows.Select(row => new Aspect(row.Required("code"), row.Required("label"), row.List("synonyms")))];
        return new State(
            known, canonical.ToFrozenDictionary(), known.ToFrozenDictionary(aspect => aspect.Code, aspect => aspect.Label));
    }

    private sealed record State(
        IReadOnlyList<Aspect> Known, FrozenDictionary<string, string> Canonical, FrozenDictionary<string, string> Labels);
}

/// <summary>An aspect met in published findings.</summary>
/// <param name="Code">Its slug: <c>timeliness</c>.</param>
/// <param name="Label">In words.</param>
/// <param name="Synonyms">Slugs that mean the same.</param>
public sealed record Aspect(string Code, string Label, IReadOnlyList<string> Synonyms);
