namespace Inspectorates.Conformance;

/// <summary>What a service under test keeps its record in.</summary>
public enum StoreKind
{
    /// <summary>A file of its own, which it brings to the schema itself.</summary>
    Sqlite,

    /// <summary>A database of its own on a private server, brought to the schema by <c>migrate</c> before.</summary>
    Postgres,
}
