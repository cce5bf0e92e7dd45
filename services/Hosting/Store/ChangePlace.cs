using System.Globalization;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// A place in the changes as one caller sees them, counted over nothing that this caller may not see: cursors are made of it.
/// </summary>
/// <param name="Seen">The last position of the public's own sequence; for staff, who see every entry, the entry's number.</param>
/// <param name="Granted">How many changes of the inspections a joint reader's token names; for others 0.</param>
internal readonly record struct ChangePlace(long Seen, long Granted)
{
    private const char Separator = '.';

    public override string ToString() => Granted == 0
        ? Seen.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Seen}{Separator}{Granted}");

    /// <summary>Whether no change is beyond it that is not beyond the other.</summary>
    public bool IsWithin(ChangePlace last) => Seen <= last.Seen && Granted <= last.Granted;

    public static bool TryParse(string text, out ChangePlace place)
    {
        var parts = text.Split(Separator, 2);
        var granted = 0L;
        var isPlace = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            && (parts.Length == 1 || long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out granted));
        place = new ChangePlace(seen, granted);
        return isPlace;
    }
}
