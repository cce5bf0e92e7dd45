namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>What changes have touched and has not been told yet, put together as it comes: it grows with records, not with changes.</summary>
internal sealed class WatchNews
{
    private readonly HashSet<string> areas = [];
    private readonly HashSet<string> records = [];

    /// <summary>DfE codes of the areas touched.</summary>
    public IReadOnlySet<string> Areas => areas;

    /// <summary>Names of the records that changed, and keys of inspections.</summary>
    public IReadOnlySet<string> Records => records;

    /// <summary>Whether any area may have been touched.</summary>
    public bool Everywhere { get; private set; }

    public bool IsEmpty => !Everywhere && areas.Count == 0 && records.Count == 0;

    public static WatchNews OfEverything() => new() { Everywhere = true };

    public void Add(IEnumerable<string> touched, params ReadOnlySpan<string> changed)
    {
        areas.UnionWith(touched);
        foreach (var name in changed)
            if (name.Length > 0)
                records.Add(name);
    }

    public void Add(WatchNews other)
    {
        areas.UnionWith(other.areas);
        records.UnionWith(other.records);
        Everywhere |= other.Everywhere;
    }
}
