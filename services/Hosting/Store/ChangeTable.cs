namespace Inspectorates.Hosting.Store;

/// <summary>The order in which things became visible.</summary>
internal static class ChangeTable
{
    /// <summary>Appends an entry's place; for something public also the next position of the public's own sequence.</summary>
    /// <returns>That position; null: not public.</returns>
    public static long? Append(WriteSession session, long seq, bool isPublic)
    {
        long? position = null;
        if (isPublic)
        {
            position = session.Head.PublicPosition + 1;
            session.Head = session.Head with { PublicPosition = position.Value };
        }

        session.Insert("change", ("seq", seq), ("public_position", position));
        return position;
    }
}
