using System.Net;
using Inspectorates.Gateway.Limits;
using Inspectorates.Gateway.Tests.Scripted;
using Microsoft.AspNetCore.Http;

namespace Inspectorates.Gateway.Tests.Limits;

public sealed class CallerKeysTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_caller_without_a_token_is_its_address_or_the_network_it_may_choose_one_in(string one, string other, bool same) =>
        Assert.Equal(same, Keys(one).SequenceEqual(Keys(other)));

    [Fact]
    public void A_caller_with_a_token_is_also_whom_the_token_is_about_wherever_it_calls_from()
    {
        var here = Keys("192.0.2.1", """{"iss":"a","sub":"b"}""");
        var there = Keys("192.0.2.2", """{"sub":"b","iss":"a","aud":"inspectorates/beta"}""");
        var namesake = Keys("192.0.2.1", """{"iss":"ab","sub":""}""");

        Assert.Equal(here[1], there[1]);
        Assert.NotEqual(here[0], there[0]);
        Assert.Single(namesake);
        Assert.NotEqual(here[1], Keys("192.0.2.1", """{"iss":"","sub":"ab"}""")[1]);
        Assert.NotEqual(here[1], Keys("192.0.2.1", """{"iss":"c","sub":"b"}""")[1]);
    }

    private static string[] Keys(string address, string? claims = null)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        if (claims is not null)
            context.Request.Headers.Authorization = Tokens.Of(claims);
        return [.. CallerKeys.Of(context)];
    }
}
