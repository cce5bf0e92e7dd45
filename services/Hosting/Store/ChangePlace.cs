using System.Globalization;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// A place in the changes as one caller sees them, counted over nothing that this caller may not see: cursors are made of it.
/// </summary>
/// <param name="Seen">The last position of the public's own sequence; for staff, who see every entry, the entry's number.</param>
/// <param name="Granted">How many changes of the inspections a joint reader's token names; for others 0.</param>
/// <param name="Positions">The last step of what is said about differences, which are numbered apart; for staff 0.</param>
/// <param name="Further">The last further record, which are numbered apart as well; for staff 0.</param>
internal readonly record struct ChangePlace(long Seen, long Granted, long Positions = 0, long Further = 0)
{
    private const char Separator = '.';

    public override string ToString()
    {
        long[] numbers = [Seen, Granted, Positions, Further];
        var last = Array.FindLastIndex(numbers, number => number > 0);
        return string.Join(Separator, numbers.Take(Math.Max(last, 0) + 1).Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether no change is beyond it that is not beyond the other.</summary>
    public bool IsWithin(ChangePlace last) => Seen <= last.Seen && Granted <= last.Granted && Positions <= last.Positions && Further <= last.Further;

    public static bool TryParse(string text, out ChangePlace place)
    {
        var numbers = new long[4];
        var parts = text.Split(Separator);
        var isPlace = parts.Length <= numbers.Length;
        for (var at = 0; isPlace && at < parts.Length; at++)
            isPlace = long.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[at]);
        place = isPlace ? new ChangePlace(numbers[0], numbers[1], numbers[2], numbers[3]) : default;
        return isPlace;
    }
}
