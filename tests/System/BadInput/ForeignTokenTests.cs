using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Page tokens, cursors and etags that the service did give, to somebody else, for something else, or otherwise.</summary>
[Collection(OneBadInputSuite.Name)]
public sealed class ForeignTokenTests(BadInputSuite suite)
{
    private const string List = "VerdictService/ListVerdicts";
    private const string Changes = "ChangeService/ListChanges";

    [Theory]
    [InlineData("Direct")]
    [InlineData("Gateway")]
    public async Task A_page_token_is_for_its_method_query_and_caller_and_for_every_letter_of_it(string by)
    {
        var way = Enum.Parse<Ways>(by);
        await PublishedAsync(way);
        await PublishedAsync(way);
        var request = new ListVerdictsRequest { PageSize = 1, Area = Valid.Area };
        var token = ListVerdictsResponse.Parser.ParseFrom((await TakenAsync(way, Sent.Call(List, request))).Body).NextPageToken;
        Assert.NotEmpty(token);

        request.PageToken = token;
        await TakenAsync(way, Sent.Call(List, request));
        await RefusedAsync(way, Sent.Call(List, request).As("inspector"), StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        await RefusedAsync(way, Sent.Call(List, new ListVerdictsRequest { PageSize = 1, PageToken = token }), StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        await RefusedAsync(
            way, Sent.Call("InspectionService/ListInspections", new ListInspectionsRequest { Area = Valid.Area, PageToken = token }),
            StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        await RefusedAsync(way, Sent.Call(Changes, new ListChangesRequest { Cursor = token }), StatusCode.InvalidArgument, "CURSOR_INVALID", "cursor");
        foreach (var altered in Altered(token))
            await RefusedAsync(
                way, Sent.Call(List, new ListVerdictsRequest { PageSize = 1, Area = Valid.Area, PageToken = altered }),
                StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
    }

    [Theory]
    [InlineData("Direct")]
    [InlineData("Gateway")]
    public async Task A_cursor_is_for_what_its_caller_may_see_and_for_every_letter_of_it(string by)
    {
        var way = Enum.Parse<Ways>(by);
        await PublishedAsync(way);
        var cursor = ListChangesResponse.Parser.ParseFrom((await TakenAsync(way, Sent.Call(Changes, new ListChangesRequest { PageSize = 1 }))).Body).Cursor;
        Assert.NotEmpty(cursor);

        await TakenAsync(way, Sent.Call(Changes, new ListChangesRequest { Cursor = cursor }));
        await RefusedAsync(way, Sent.Call(Changes, new ListChangesRequest { Cursor = cursor }).As("inspector"), StatusCode.FailedPrecondition, "CURSOR_RESET");
        await RefusedAsync(way, Sent.Call(List, new ListVerdictsRequest { PageToken = cursor }), StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        foreach (var altered in Altered(cursor))
            await RefusedAsync(way, Sent.Call(Changes, new ListChangesRequest { Cursor = altered }), StatusCode.InvalidArgument, "CURSOR_INVALID", "cursor");
    }

    [Theory]
    [InlineData("Direct")]
    [InlineData("Gateway")]
    public async Task An_etag_is_for_its_record_alone(string by)
    {
        var way = Enum.Parse<Ways>(by);
        var (one, another) = (await PublishedAsync(way), await PublishedAsync(way));

        foreach (var etag in new[] { another.Etag, one.Etag + "x", one.Etag.ToUpperInvariant() + " ", "*", "\0", new string('x', 10_000) })
        {
            var correction = suite.Valid.Published();
            correction.Name = one.Name;
            await RefusedAsync(
                way,
                Sent.Call("VerdictService/SupersedeVerdict", new SupersedeVerdictRequest { Verdict = correction, Reason = "entered wrongly", Etag = etag, RequestId = Valid.NewId() }).As("publisher"),
                StatusCode.Aborted, "ETAG_MISMATCH", "etag");
        }

        await suite.IsAliveAsync();
    }

    // Cut, lengthened, and each tenth letter another.
    private static IEnumerable<string> Altered(string text) =>
        Enumerable.Range(0, (text.Length / 10) + 1)
            .Select(tenth => tenth * 10).Where(place => place < text.Length - 1)
            .Select(place => text[..place] + (text[place] == 'A' ? 'B' : 'A') + text[(place + 1)..])
            .Append(text[..^2]).Append(text + "AAAA").Append(text + text);

    private async Task<Verdict> PublishedAsync(Ways way) => RecordVerdictResponse.Parser.ParseFrom(
        (await TakenAsync(way, Sent.Call("VerdictService/RecordVerdict", suite.Valid.Recording(published: true)).As("publisher"))).Body).Verdict;

    private async Task<Answer> TakenAsync(Ways way, Sent sent)
    {
        var answer = await suite.SendAsync(way, sent);
        Assert.True(answer.Code == StatusCode.OK, answer.ToString());
        return answer;
    }

    private async Task RefusedAsync(Ways way, Sent sent, StatusCode code, string reason, string field = "")
    {
        var answer = await suite.SendAsync(way, sent);
        Assert.True(answer.Code == code && answer.Reason == reason && (field.Length == 0 || answer.Fields.Contains(field)), $"expected {code} {reason} {field}, was {answer}");
    }
}
