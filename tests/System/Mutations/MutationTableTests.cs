namespace Inspectorates.SystemTests.Mutations;

/// <summary>The table of mutations keeps up with the sources it changes: told at once, not after minutes of building.</summary>
public sealed class MutationTableTests
{
    public static TheoryData<string> Ids => [.. Mutation.All.Select(mutation => mutation.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_mutation_replaces_is_in_the_source_once(string id)
    {
        var edits = Mutation.All.Single(mutation => mutation.Id == id).Edits;

        Assert.NotEmpty(edits);
        Assert.All(edits, edit => edit.Apply(File.ReadAllText(SolutionFolder.In("services", "Hosting", edit.File))));
    }
}
