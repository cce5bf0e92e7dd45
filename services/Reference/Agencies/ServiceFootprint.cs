namespace Inspectorates.Reference;

/// <summary>Which areas a youth justice service serves, or why that is not known.</summary>
/// <param name="Outcome">Whether its areas are known.</param>
/// <param name="Service">The service; null unless matched.</param>
/// <param name="Areas">The areas it serves, by DfE code; empty unless matched.</param>
/// <param name="Reason">Why it is not matched, as a sentence for an import report; empty where it is.</param>
public sealed record ServiceFootprint(
    ServiceFootprint.Kind Outcome, Agency? Service, IReadOnlyList<Area> Areas, string Reason)
{
    /// <summary>What became of a service's name.</summary>
    public enum Kind
    {
        /// <summary>The areas are known.</summary>
        Matched,

        /// <summary>The service is in Wales: out of area, and no error.</summary>
        Welsh,

        /// <summary>The name is of no authority and of no service known to share several; it is not guessed.</summary>
        Unmatched,
    }
}
