namespace Inspectorates.Conformance.Embargo;

/// <summary>Something done to a store.</summary>
/// <param name="Id">Its own, from which its names and request ids are made.</param>
/// <param name="Says">What it is, for whoever reads a failure.</param>
/// <param name="IsHidden">Whether nothing of it is public, then or later: it is done in the second store only.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record Operation(string Id, string Says, bool IsHidden, Func<Player, Task> RunAsync)
{
    public override string ToString() => $"{(IsHidden ? "hidden" : "public")} {Id}: {Says}";
}

/// <summary>What is done to a pair of stores, and what is worth asking about afterwards.</summary>
/// <param name="Seed">What makes it again.</param>
/// <param name="Operations">In order; the first store gets those that are not hidden.</param>
/// <param name="Instants">Instants at which something was done.</param>
internal sealed record History(int Seed, IReadOnlyList<Operation> Operations, IReadOnlyList<DateTimeOffset> Instants)
{
    public IEnumerable<Operation> Public => Operations.Where(operation => !operation.IsHidden);

    public IEnumerable<Operation> Hidden => Operations.Where(operation => operation.IsHidden);

    /// <summary>The same with fewer hidden operations.</summary>
    public History Without(Operation hidden) => this with { Operations = [.. Operations.Where(operation => operation != hidden)] };

    public override string ToString() => $"seed {Seed}:\n" + string.Join('\n', Operations.Select(operation => "  " + operation));
}
