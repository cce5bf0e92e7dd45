using System.Globalization;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// A place in the changes as one caller sees them, counted over nothing that this caller may not see: cursors are made of it.
/// </summary>
/// <param name="Seen">The last position of the public's own sequence; for staff, who see every entry, the entry's number.</param>
/// <param name="Granted">How many changes of the inspections a joint reader's token names; for others 0.</param>
/// <param name="Positions">The last step of what is said about differences, which are numbered apart; for staff 0.</param>
internal readonly record struct ChangePlace(long Seen, long Granted, long Positions = 0)
{
    private const char Separator = '.';

    public override string ToString() => (Granted, Positions) switch
    {
        (0, 0) => Seen.ToString(CultureInfo.InvariantCulture),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Seen}{Separator}{Granted}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Seen}{Separator}{Granted}{Separator}{Positions}"),
    };

    /// <summary>Whether no change is beyond it that is not beyond the other.</summary>
    public bool IsWithin(ChangePlace last) => Seen <= last.Seen && Granted <= last.Granted && Positions <= last.Positions;

    public static bool TryParse(string text, out ChangePlace place)
    {
        var numbers = new long[3];
        var parts = text.Split(Separator);
        var isPlace = parts.Length <= numbers.Length;
        for (var at = 0; isPlace && at < parts.Length; at++)
            isPlace = long.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[at]);
        place = isPlace ? new ChangePlace(numbers[0], numbers[1], numbers[2]) : default;
        return isPlace;
    }
}
