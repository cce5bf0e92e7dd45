using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests;

public sealed class ReasonsTests
{
    public static TheoryData<ErrorReason> All => [.. Enum.GetValues<ErrorReason>().Where(reason => reason != default)];

    /// <summary>The comment of each reason ends with the code it is sent with; the first is that of reads.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void A_reason_has_the_code_that_the_contract_states(ErrorReason reason)
    {
        var type = Contract.Files.SelectMany(file => file.EnumTypes).Single(type => type.Name == nameof(ErrorReason));
        var comment = Contract.Comment(type.FindValueByNumber((int)reason));

        var stated = Enum.GetValues<StatusCode>()
            .Select(code => (Code: code, Place: comment.IndexOf(Constant(code), StringComparison.Ordinal)))
            .Where(found => found.Place >= 0)
            .OrderBy(found => found.Place)
            .Select(found => found.Code);

        Assert.Contains(Reasons.Code(reason), stated);
    }

    [Theory]
    [InlineData(ErrorReason.RateLimited, 429)]
    [InlineData(ErrorReason.ConcurrencyLimited, 429)]
    [InlineData(ErrorReason.MessageTooLarge, 413)]
    [InlineData(ErrorReason.AuthorForbids, 403)]
    [InlineData(ErrorReason.TokenOfAnotherInspectorate, 401)]
    [InlineData(ErrorReason.CheckpointNotFound, 404)]
    [InlineData(ErrorReason.EntryNotFound, 404)]
    [InlineData(ErrorReason.ClockBehind, 409)]
    [InlineData(ErrorReason.EtagMismatch, 409)]
    [InlineData(ErrorReason.PositionNotFound, 404)]
    [InlineData(ErrorReason.PositionExists, 409)]
    [InlineData(ErrorReason.VerdictNotPublic, 409)]
    [InlineData(ErrorReason.OtherVerdictUnchecked, 503)]
    public void A_reason_has_its_HTTP_status(ErrorReason reason, int status) => Assert.Equal(status, Reasons.HttpStatus(reason));

    private static string Constant(StatusCode code) => System.Text.RegularExpressions.Regex
        .Replace(code.ToString(), "(?<=[a-z])(?=[A-Z])", "_").ToUpperInvariant();
}
