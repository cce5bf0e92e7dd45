using Inspectorates.Hosting;

namespace Inspectorates.Services.Tests.Hosting.Verification;

/// <summary>A mistake in what writes the record must not be made again by what verifies it.</summary>
public sealed class IndependenceTests
{
    private const string Root = "Inspectorates.Hosting";
    private const string Verifying = Root + ".Verification";
    private static readonly string[] Writing = [Root + ".Store", Root + ".Audit", Root + ".Records", Root + ".Importing", Root + ".Rpc"];

    [Fact]
    public void What_verifies_the_record_uses_nothing_of_the_service_but_itself()
    {
        var own = UsedTypes.Of(typeof(InspectorateHost).Assembly, Verifying)
            // The compiler's own types have no namespace.
            .Where(type => type.Assembly == typeof(InspectorateHost).Assembly && type.Namespace is not null)
            .Select(type => type.Namespace).Distinct();

        Assert.Equal([Verifying], own);
    }

    [Fact]
    public void What_writes_the_record_uses_nothing_of_what_verifies_it()
    {
        Assert.All(Writing, space => Assert.DoesNotContain(
            UsedTypes.Of(typeof(InspectorateHost).Assembly, space), type => type.Namespace == Verifying));
    }

    [Fact]
    public void A_use_would_be_seen()
    {
        var used = UsedTypes.Of(typeof(InspectorateHost).Assembly, Root + ".Commands").Select(type => type.Namespace).ToHashSet();

        Assert.Contains(Verifying, used);
        Assert.Contains(Root + ".Imports", used);
        Assert.Contains(Root + ".Store", UsedTypes.Of(typeof(InspectorateHost).Assembly, Root + ".Rpc").Select(type => type.Namespace));
    }
}
