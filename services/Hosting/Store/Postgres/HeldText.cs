using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>Refuses what PostgreSQL has no text for, before it is sent.</summary>
internal static class HeldText
{
    /// <summary>
    /// Looks through the values of a statement. The server would refuse a null character only when the statement reaches it (SqlState
    /// 22021), and with it every request that is committed in the same transaction.
    /// </summary>
    /// <exception cref="RefusalException">A text holds a null character: the request alone is refused.</exception>
    public static void Check(ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (_, value) in values)
            if (value is string text && text.Contains('\0'))
                throw new RefusalException(ErrorReason.FieldMalformed, "A text of the request holds a control character.");
    }
}
