using Inspectorates.Hosting.Records;

namespace Inspectorates.Services.Tests.Hosting.Records;

public sealed class ShownTests
{
    [Fact]
    public void A_resource_name_is_said_back_whole()
    {
        var name = $"inspectorates/hmi-probation/inspections/{new string('0', 32)}";
        Assert.Equal(name, Shown.Of(name));
    }

    [Fact]
    public void What_is_long_is_cut_and_what_is_harmful_is_not_said_back()
    {
        Assert.EndsWith("...", Shown.Of(new string('x', 5000)), StringComparison.Ordinal);
        Assert.Equal("a?b", Shown.Of("a\nb"));
    }
}
