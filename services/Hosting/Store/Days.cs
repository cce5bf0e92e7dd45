using System.Globalization;

namespace Inspectorates.Hosting.Store;

/// <summary>Days as they travel and are stored: ISO 8601, which sorts as text.</summary>
internal static class Days
{
    /// <summary>The day until which what still holds is said to hold.</summary>
    public const string Open = "9999-12-31";

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day; null where the text is empty or no ISO day.</summary>
    public static DateOnly? Parse(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
