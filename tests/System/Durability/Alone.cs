namespace Inspectorates.SystemTests.Durability;

/// <summary>Tests that kill, trace and fill disks run after the others and one by one: others beside them measure time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
