namespace Inspectorates.SystemTests.BadInput;

/// <summary>
/// What no honest program sends. Each is refused for what it is, with its reason and, where one is at fault, its field; never as a
/// fault of the programs, which go on with the next call as if nothing had been.
/// </summary>
[Collection(OneBadInputSuite.Name)]
public sealed class BadInputTests(BadInputSuite suite)
{
    private static readonly Dictionary<string, BadCase[]> Groups = new()
    {
        ["frames"] = FrameCases.All,
        ["protobuf"] = ProtobufCases.All,
        ["verdicts"] = VerdictCases.All,
        ["requests"] = RequestCases.All,
        ["HTTP"] = HttpCases.All,
        ["tokens"] = TokenCases.All,
        ["JSON"] = JsonCases.All,
    };

    public static TheoryData<string, string> Ways => [.. Groups.SelectMany(group =>
        Enum.GetValues<Ways>().Where(way => way != BadInput.Ways.Both && group.Value.Any(one => one.Goes(way))).Select(way => (group.Key, way.ToString())))];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Is_refused_for_what_it_is_and_the_next_good_call_is_served(string group, string by)
    {
        var way = Enum.Parse<Ways>(by);
        var complaints = new List<string>();
        foreach (var one in Groups[group].Where(one => one.Goes(way)))
            if (one.Complaint(way, await suite.SendAsync(way, one.Send(suite.Valid))) is { } complaint)
                complaints.Add(complaint);

        Assert.True(complaints.Count == 0, $"{complaints.Count} of {group} {by}:\n{string.Join('\n', complaints)}");
        await suite.IsAliveAsync();
    }

    [Fact]
    public void There_are_enough_of_them_and_none_twice()
    {
        string[] names = [.. Groups.SelectMany(group => group.Value.Select(one => $"{group.Key}: {one.Name}"))];

        Assert.True(names.Length >= 150, $"{names.Length}");
        Assert.Equal(names.Distinct(), names);
    }
}
