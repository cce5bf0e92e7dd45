using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Cursors of the change stream: opaque, and bound to what their caller may see.</summary>
internal sealed class Cursors(Seals seals)
{
    private const string Purpose = "cursor";

    public string Of(Caller caller, ChangePlace place) => seals.Seal(Purpose, $"{place} {Views.Of(caller).Mark}");

    /// <summary>The place a cursor holds; without one, the beginning.</summary>
    /// <param name="last">Says the last place there is; a cursor beyond it is of another store.</param>
    /// <exception cref="RefusalException">This service did not give it, or gave it to a caller who may see something else.</exception>
    public async Task<ChangePlace> OpenAsync(Caller caller, string cursor, Func<Caller, Task<ChangePlace>> last)
    {
        if (cursor.Length == 0)
            return default;
        if (seals.Open(Purpose, cursor)?.Split(' ', 2) is not [var number, var view]
            || !ChangePlace.TryParse(number, out var place))
            throw Invalid();
        if (view != Views.Of(caller).Mark)
            throw new RefusalException(ErrorReason.CursorReset, "What you may see has changed since the cursor was given. Begin again without one.");
        return place.IsWithin(await last(caller)) ? place : throw Invalid();
    }

    private static RefusalException Invalid() => RefusalException.Of(
        ErrorReason.CursorInvalid, "cursor", "The cursor was not given by this service. Begin again without one.");
}
