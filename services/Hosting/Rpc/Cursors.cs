using System.Globalization;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Cursors of the change stream: opaque, and bound to what their caller may see.</summary>
internal sealed class Cursors(Seals seals)
{
    private const string Purpose = "cursor";

    public string Of(Caller caller, long place) =>
        seals.Seal(Purpose, $"{View(caller)}{place.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The place a cursor holds; 0: from the beginning.</summary>
    /// <param name="last">The last place there is; a cursor beyond it is of another store.</param>
    /// <exception cref="RefusalException">This service did not give it, or gave it to a caller who may see something else.</exception>
    public long Open(Caller caller, string cursor, Func<Caller, long> last)
    {
        if (cursor.Length == 0)
            return 0;
        var content = seals.Open(Purpose, cursor);
        if (content is not { Length: > 1 } || !long.TryParse(content.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            throw Invalid();
        if (content[0] != View(caller))
            throw new RefusalException(ErrorReason.CursorReset, "What you may see has changed since the cursor was given. Begin again without one.");
        return place <= last(caller) ? place : throw Invalid();
    }

    private static char View(Caller caller) => caller.IsStaff ? 's' : 'p';

    private static RefusalException Invalid() => RefusalException.Of(
        ErrorReason.CursorInvalid, "cursor", "The cursor was not given by this service. Begin again without one.");
}
