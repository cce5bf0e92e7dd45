namespace Inspectorates.Hosting.Records;

/// <summary>Characters that are not seen and change what is: they let one name look like another.</summary>
internal static class Unseen
{
    /// <summary>Whether there is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="lines">Whether it is prose, in which joiners and marks between scripts have their place.</param>
    public static bool In(string value, bool lines) => value.Any(character => TurnsDirection(character) || (!lines && IsHidden(character)));

    // Embeddings, overrides and isolates.
    private static bool TurnsDirection(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Zero width, soft hyphen, direction marks, separators of lines and paragraphs, the byte-order mark, and tags beyond the plane.
    private static bool IsHidden(char character) =>
        character is '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F') or '\u2028' or '\u2029' or (>= '\u2060' and <= '\u2064') or '\uFEFF' or '\uDB40';
}
