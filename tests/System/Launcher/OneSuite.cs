namespace Inspectorates.SystemTests.Launcher;

/// <summary>The tests that read the one running suite.</summary>
[CollectionDefinition(Name)]
public sealed class OneSuite : ICollectionFixture<RunningSuite>
{
    public const string Name = "running suite";
}
