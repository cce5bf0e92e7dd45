using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// Asks a service everything somebody who is not entitled can ask: every method that reads, by every filter, by pages of every
/// size, of the past, and of names that are public, hidden or made up. One reader asks all of it, the others some of it; which,
/// and of which days and by which sizes, is drawn from the seed, so that over the pairs every reader asks everything many times.
/// </summary>
internal sealed class ServiceReading(EmbargoedService service, Transcript transcript, History history, IReadOnlyList<string> hidden)
{
    private readonly Random random = new(history.Seed);
    private readonly VerdictService.VerdictServiceClient verdicts = new(service.Channel);
    private readonly InspectionService.InspectionServiceClient inspections = new(service.Channel);
    private readonly ChangeService.ChangeServiceClient changes = new(service.Channel);

    public async Task ReadAsync()
    {
        // Operators and witnesses see no more than anybody.
        var most = People.NotEntitled[random.Next(10) switch { < 4 => 0, < 8 => 1, 8 => 2, _ => 3 }].Name;
        foreach (var (who, headers) in People.NotEntitled)
            await ReadAsync(who, headers, who == most);
    }

    /// <summary>Asks everything as one of those who are not entitled.</summary>
    public Task ReadAsync(string who) => ReadAsync(who, People.NotEntitled.Single(one => one.Name == who).Headers, everything: true);

    private async Task ReadAsync(string who, Metadata headers, bool everything)
    {
        var names = await ChangesAsync(who, headers);
        await ListsAsync(who, headers, everything, names);
        await NamesAsync(who, headers, everything, names);
        await RefusalsAsync(who, headers);
    }

    private async Task<IReadOnlyList<string>> ChangesAsync(string who, Metadata headers)
    {
        var (names, cursor, cursors) = (new HashSet<string>(), "", new List<string>());
        var size = random.Next(1, 5);
        while (await transcript.AskAsync(
            $"{who}: changes by {size} after {cursors.Count}",
            () => changes.ListChangesAsync(new() { Cursor = cursor, PageSize = size }, headers)) is { Changes.Count: > 0 } page)
        {
            foreach (var change in page.Changes)
            {
                names.Add(change.Verdict?.Name ?? change.Inspection?.Name ?? change.Recommendation?.Name ?? change.Team.Name);
                cursors.Add(change.Cursor);
            }

            cursor = page.Cursor;
        }

        var from = cursors.Count == 0 ? 0 : random.Next(cursors.Count);
        await WatchAsync(who, headers, from == 0 ? "" : cursors[from - 1], cursors.Count - from);
        if (cursors.Count > 0)
            await transcript.AskAsync($"{who}: changes after a cursor cut short",
                () => changes.ListChangesAsync(new() { Cursor = cursors[0][..^1] }, headers));
        return [.. names];
    }

    // As many as there are; that no more come is said by the list.
    private async Task WatchAsync(string who, Metadata headers, string cursor, int count)
    {
        using var ended = new CancellationTokenSource();
        using var watch = changes.WatchChanges(new() { Cursor = cursor }, headers, cancellationToken: ended.Token);
        for (var number = 0; number < count && await watch.ResponseStream.MoveNext(CancellationToken.None); number++)
        {
            var change = watch.ResponseStream.Current;
            transcript.Add($"{who}: change {number} on the stream", change.ToByteArray(), change.ToString);
        }

        await ended.CancelAsync();
    }

    private async Task ListsAsync(string who, Metadata headers, bool everything, IReadOnlyList<string> names)
    {
        await transcript.AskAsync($"{who}: the inspectorate", () => new InspectorateService.InspectorateServiceClient(service.Channel).GetInspectorateAsync(new(), headers));
        foreach (var area in Drawn.Areas)
            await transcript.AskAsync(
                $"{who}: the framework that applies",
                () => new InspectorateService.InspectorateServiceClient(service.Channel).ResolveFrameworkAsync(new() { Area = area, Day = "2026-01-01" }, headers));
        ListVerdictsRequest[] queries =
        [
            new() { IncludeWithdrawn = true }, new(),
            .. Drawn.Areas.Select(area => new ListVerdictsRequest { Area = area, IncludeWithdrawn = random.Next(2) == 0 }),
            .. Drawn.Processes.Select(process => new ListVerdictsRequest { Process = process }),
            new() { Framework = "fiction", Area = Drawn.Areas[random.Next(2)] },
            .. Chosen(names, "/inspections/", 2).Concat(Chosen(hidden, "/inspections/", 1)).Select(name => new ListVerdictsRequest { Inspection = name, IncludeWithdrawn = true }),
            new() { AsOf = Day(), IncludeWithdrawn = true }, new() { AsOf = Day(), Area = Drawn.Areas[random.Next(2)] },
            new() { RecordedAsOf = Instant(), IncludeWithdrawn = true },
            new() { RecordedAsOf = Instant(), AsOf = Day(), Area = Drawn.Areas[random.Next(2)] },
            new() { AsOf = "2099-01-01" }, new() { Framework = "unheard-of" }, new() { PageToken = "made-up" },
        ];
        foreach (var query in everything ? queries : queries.Where(_ => random.Next(8) == 0))
            await PagesAsync($"{who}: verdicts", query, query => verdicts.ListVerdictsAsync(query, headers), page => (page.Verdicts.Count, page.NextPageToken));

        foreach (var area in Drawn.Areas)
            await PagesAsync(
                $"{who}: recommendations", new ListRecommendationsRequest { Area = area, AllRevisions = random.Next(2) == 0 },
                query => new RecommendationService.RecommendationServiceClient(service.Channel).ListRecommendationsAsync(query, headers),
                page => (page.Recommendations.Count, page.NextPageToken));
        foreach (var area in Drawn.Areas)
        {
            var replies = new ReplyService.ReplyServiceClient(service.Channel);
            await transcript.AskAsync($"{who}: replies", () => replies.ListRepliesAsync(new() { Area = area }, headers));
            await transcript.AskAsync($"{who}: exchanges", () => replies.ListAccuracyExchangesAsync(new() { Area = area }, headers));
            await transcript.AskAsync($"{who}: statements", () => new StatementService.StatementServiceClient(service.Channel).ListStatementsAsync(new() { Area = area }, headers));
        }

        foreach (var area in Drawn.Areas)
            await PagesAsync(
                $"{who}: teams", new ListTeamsRequest { Area = area, AllRevisions = random.Next(2) == 0 },
                query => new TeamService.TeamServiceClient(service.Channel).ListTeamsAsync(query, headers), page => (page.Teams.Count, page.NextPageToken));
        await transcript.AskAsync(
            $"{who}: the registry of indicators", () => new InspectorateService.InspectorateServiceClient(service.Channel).ListIndicatorsAsync(new(), headers));
        await PagesAsync(
            $"{who}: readings of indicators", new ListIndicatorReadingsRequest { AllRevisions = random.Next(2) == 0 },
            query => new IndicatorService.IndicatorServiceClient(service.Channel).ListIndicatorReadingsAsync(query, headers),
            page => (page.IndicatorReadings.Count, page.NextPageToken));

        ListInspectionsRequest[] further =
        [
            new(), new() { Area = Drawn.Areas[random.Next(2)] }, new() { Framework = "fiction", AsOf = Day() }, new() { RecordedAsOf = Instant() },
        ];
        foreach (var query in everything ? further : further.Where(_ => random.Next(4) == 0))
            await PagesAsync($"{who}: inspections", query, query => inspections.ListInspectionsAsync(query, headers), page => (page.Inspections.Count, page.NextPageToken));
    }

    // The whole first; then, every other time, by pages of a size up to what there is, following the tokens.
    private async Task PagesAsync<TQuery, TPage>(
        string what, TQuery query, Func<TQuery, AsyncUnaryCall<TPage>> ask, Func<TPage, (int Count, string Next)> read)
        where TQuery : class, IMessage<TQuery>
        where TPage : class, IMessage<TPage>
    {
        var (size, token) = (query.Descriptor.FindFieldByName("page_size").Accessor, query.Descriptor.FindFieldByName("page_token").Accessor);
        var asked = $"{what} {query}";
        if (await transcript.AskAsync(asked, () => ask(query)) is not { } whole || read(whole).Count < 2 || random.Next(2) == 0)
            return;
        var by = random.Next(3) == 0 ? 1 : random.Next(1, read(whole).Count + 1);
        size.SetValue(query, by);
        for (var next = "more"; next.Length > 0;)
        {
            next = await transcript.AskAsync($"{asked} by {by}", () => ask(query)) is { } page ? read(page).Next : "";
            token.SetValue(query, next);
        }
    }

    private async Task NamesAsync(string who, Metadata headers, bool everything, IReadOnlyList<string> names)
    {
        foreach (var name in Chosen(names, "/", everything ? 6 : 1))
            await NameAsync(who, headers, name, name);
        foreach (var name in Chosen(hidden, "/", everything ? 3 : 1))
            await NameAsync(who, headers, name, "a hidden name");
        foreach (var name in Chosen(hidden, "/", everything ? 2 : 0))
        {
            var madeUp = name[..^32] + Convert.ToHexStringLower(BytesByOperation.Of(history.Seed, name))[..32];
            await AlikeAsync(who, headers, name, madeUp);
        }
    }

    // A name that is hidden answers as one that nothing ever had.
    private async Task AlikeAsync(string who, Metadata headers, string name, string madeUp)
    {
        var (one, other) = (new Transcript(), new Transcript());
        var seed = random.Next();
        await new ServiceReading(service, one, history with { Seed = seed }, []).NameAsync(who, headers, name, "a name");
        await new ServiceReading(service, other, history with { Seed = seed }, []).NameAsync(who, headers, madeUp, "a name");
        transcript.Add($"{who}: a hidden name answers as a made-up one", other.DifferenceTo(one) ?? "alike");
    }

    private async Task NameAsync(string who, Metadata headers, string name, string called)
    {
        var known = random.Next(2) == 0 ? null : Instant();
        if (name.Contains("/inspections/", StringComparison.Ordinal))
        {
            await transcript.AskAsync($"{who}: {called}", () => inspections.GetInspectionAsync(new() { Name = name }, headers), name);
            await transcript.AskAsync($"{who}: {called} at {known}", () => inspections.GetInspectionAsync(new() { Name = name, RecordedAsOf = known }, headers), name);
            await transcript.AskAsync($"{who}: verdicts of {called}", () => verdicts.ListVerdictsAsync(new() { Inspection = name }, headers), name);
            return;
        }

        if (name.Contains("/recommendations/", StringComparison.Ordinal))
        {
            var recommendations = new RecommendationService.RecommendationServiceClient(service.Channel);
            await transcript.AskAsync($"{who}: {called}", () => recommendations.GetRecommendationAsync(new() { Name = name }, headers), name);
            await transcript.AskAsync($"{who}: {called} at {known}", () => recommendations.GetRecommendationAsync(new() { Name = name, RecordedAsOf = known }, headers), name);
            return;
        }

        if (name.Contains("/teams/", StringComparison.Ordinal) || name.Contains("/inspectors/", StringComparison.Ordinal))
        {
            var teams = new TeamService.TeamServiceClient(service.Channel);
            await transcript.AskAsync($"{who}: {called}", () => teams.GetTeamAsync(new() { Name = name }, headers), name);
            await transcript.AskAsync($"{who}: {called} as an inspector", () => teams.GetInspectorAsync(new() { Name = name }, headers), name);
            return;
        }

        await transcript.AskAsync($"{who}: {called}", () => verdicts.GetVerdictAsync(new() { Name = name }, headers), name);
        await transcript.AskAsync($"{who}: {called} at {known}", () => verdicts.GetVerdictAsync(new() { Name = name, RecordedAsOf = known }, headers), name);
        var query = new ListVerdictRevisionsRequest { Name = name, RecordedAsOf = known, PageSize = random.Next(3) };
        for (var next = "more"; next.Length > 0; query.PageToken = next)
            next = (await transcript.AskAsync($"{who}: revisions of {called} by {query.PageSize} at {known}", () => verdicts.ListVerdictRevisionsAsync(query, headers), name))?.NextPageToken ?? "";
    }

    // What a caller who may not is told: of writes, of steps on what is hidden and what is not, and of the audit.
    private async Task RefusalsAsync(string who, Metadata headers)
    {
        var (name, id) = (hidden.Count == 0 ? "inspectorates/fictional/verdicts/none" : hidden[random.Next(hidden.Count)], Player.RequestId(history.Seed, "p0", 0));
        var import = new ImportService.ImportServiceClient(service.Channel);
        var audit = new AuditService.AuditServiceClient(service.Channel);
        Func<Task>[] asked =
        [
            () => transcript.AskAsync($"{who}: record", () => verdicts.RecordVerdictAsync(new() { Verdict = new() { Name = name }, RequestId = id }, headers)),
            () => transcript.AskAsync($"{who}: supersede", () => verdicts.SupersedeVerdictAsync(new() { Verdict = new() { Name = name }, RequestId = id, Reason = "r" }, headers)),
            () => transcript.AskAsync($"{who}: withdraw", () => verdicts.WithdrawVerdictAsync(new() { Name = name, RequestId = id, Reason = "r" }, headers)),
            () => transcript.AskAsync($"{who}: submit", () => verdicts.SubmitVerdictAsync(new() { Name = name, RequestId = id }, headers)),
            () => transcript.AskAsync($"{who}: publish", () => verdicts.PublishVerdictAsync(new() { Name = name, RequestId = id, ValidateOnly = true }, headers)),
            () => transcript.AskAsync($"{who}: advance", () => inspections.AdvanceInspectionAsync(new() { Name = name, RequestId = id }, headers)),
            () => transcript.AskAsync($"{who}: import", () => import.ImportRecordsAsync(new() { RequestId = id }, headers)),
        ];
        foreach (var ask in asked.Where(_ => random.Next(6) == 0))
            await ask();

        // A witness is told how much the record holds, hidden entries included: docs/decisions/0080.
        if (who == "the witness")
            return;
        Func<Task<bool>>[] audits =
        [
            async () => await transcript.AskAsync($"{who}: checkpoint", () => audit.GetCheckpointAsync(new(), headers)) is null,
            async () => await transcript.AskAsync($"{who}: keys", () => audit.ListCheckpointKeysAsync(new(), headers)) is null,
            async () => await transcript.AskAsync($"{who}: consistency", () => audit.GetConsistencyProofAsync(new() { FirstSize = 1, SecondSize = 2 }, headers)) is null,
            async () => await transcript.AskAsync($"{who}: inclusion", () => audit.GetInclusionProofAsync(new() { Entry = 1, Size = 1 }, headers)) is null,
            async () => await transcript.AskAsync($"{who}: entries", () => audit.ListEntriesAsync(new() { Name = name }, headers)) is null,
            async () => await transcript.AskAsync($"{who}: witnessed", () => audit.ListWitnessedCheckpointsAsync(new(), headers)) is null,
        ];
        foreach (var ask in audits.Where(_ => random.Next(6) == 0))
            if (!await ask())
                throw new InvalidOperationException($"{who} was answered by the audit.");
    }

    private string[] Chosen(IReadOnlyList<string> names, string part, int most) =>
        [.. names.Where(name => name.Contains(part, StringComparison.Ordinal)).Order(StringComparer.Ordinal).OrderBy(_ => random.Next()).Take(most)];

    private string Day() => random.Next(4) == 0 ? "2026-06-15" : Drawn.Days[random.Next(Drawn.Days.Length)];

    private Timestamp Instant() =>
        Timestamp.FromDateTimeOffset(history.Instants[random.Next(history.Instants.Count)].AddTicks(-random.Next(2)));
}
