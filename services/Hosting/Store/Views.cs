using Inspectorates.Hosting.Trust;

namespace Inspectorates.Hosting.Store;

/// <summary>Which revisions a caller may see: decided in the query, so that what is hidden takes no part in any answer.</summary>
internal static class Views
{
    /// <summary>The columns that say from and until which day a revision counts for the caller.</summary>
    public static (string From, string Until) Columns(Caller caller) =>
        caller.IsStaff ? ("staff_from", "staff_until") : ("public_from", "public_until");

    /// <summary>The column that holds a change's place for the caller.</summary>
    public static string Position(Caller caller) => caller.IsStaff ? "seq" : "public_position";
}
