using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Verification;

public sealed class VerifyTests(SampleRecord record) : IClassFixture<SampleRecord>
{
    [Fact]
    public async Task A_record_that_holds_is_said_to_with_its_size_and_root()
    {
        using var copy = Copy();

        var run = await SampleRecord.VerifyAsync(copy.Store, record.Elsewhere);

        var entries = copy.Number("SELECT COUNT(*) FROM entry");
        var root = Convert.ToHexStringLower((byte[])copy.Rows("SELECT root FROM checkpoint ORDER BY size DESC LIMIT 1")[0][0]);
        Assert.Equal($"{entries} entries, root {root}, {copy.Number("SELECT COUNT(*) FROM checkpoint") + 1} checkpoints: the record holds", run.Out.Trim());
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("UPDATE entry SET body = x'00' WHERE seq = 3", "entry 3: its content is not the one that was hashed")]
    [InlineData("UPDATE entry SET role = 'lead' WHERE seq = 4", "entry 4: its hash does not follow from what it holds")]
    [InlineData("UPDATE entry SET previous_hash = zeroblob(32) WHERE seq = 4", "entry 4: the hash before it is not that of the entry before")]
    [InlineData("UPDATE entry SET format = 3 WHERE seq = 2", "entry 2: its format 3 is not known")]
    [InlineData("DELETE FROM entry WHERE seq = 5", "entry 5 is missing: the next one is entry 6")]
    [InlineData("UPDATE change SET public_position = 900 WHERE public_position = 2", "its public position is 900 where 2 is next")]
    [InlineData("UPDATE public_verdict SET withdrawn = 1 WHERE withdrawn = 0", "public_verdict: its withdrawn is not what the log says")]
    [InlineData("DELETE FROM schedule", "schedule has no row of it")]
    [InlineData("UPDATE checkpoint SET signature = zeroblob(64)", "in the store is not signed by a key that is known")]
    [InlineData("UPDATE tree_node SET hash = zeroblob(32) WHERE level = 1 AND position = 1", "entries 3 to 4: tree_node: the node over them is another")]
    public async Task What_is_wrong_first_is_said_in_one_line(string tampering, string says)
    {
        using var copy = Copy();
        Assert.NotEqual(0, copy.Run(tampering));

        var run = await SampleRecord.VerifyAsync(copy.Store);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The record does not hold: ", run.Out, StringComparison.Ordinal);
        Assert.Contains(says, Assert.Single(run.Out.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_record_that_was_rewritten_with_a_fitting_etag_is_told()
    {
        using var copy = Copy();
        var row = copy.Rows("SELECT seq, body FROM public_verdict WHERE withdrawn = 0 LIMIT 1")[0];
        var verdict = Verdict.Parser.ParseFrom((byte[])row[1]);
        (verdict.Text, verdict.Etag) = ("all is well", "");
        verdict.Etag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Google.Protobuf.MessageExtensions.ToByteArray(verdict)))[..24];
        copy.Run("UPDATE public_verdict SET body = @1 WHERE seq = @0", row[0], Google.Protobuf.MessageExtensions.ToByteArray(verdict));

        var run = await SampleRecord.VerifyAsync(copy.Store);

        Assert.Equal((1, $"The record does not hold: entry {row[0]}: public_verdict: its text is not what the log says."), (run.ExitCode, run.Out.Trim()));
    }

    [Fact]
    public async Task A_record_cut_short_or_hashed_anew_is_told_by_checkpoints_kept_elsewhere_and_by_nothing_else()
    {
        using (var copy = Copy())
        {
            Histories.CutAfter(copy, 9);
            var alone = await SampleRecord.VerifyAsync(copy.Store);
            Assert.True(alone.ExitCode == 0, alone.Out);
            Assert.Contains("entry 10 is missing: the checkpoint", (await SampleRecord.VerifyAsync(copy.Store, record.Elsewhere)).Out, StringComparison.Ordinal);
        }

        using (var copy = Copy())
        {
            copy.Run("UPDATE entry SET subject = 'somebody else' WHERE seq = 7");
            Chain.Rehash(copy, 7);
            Histories.ForgetCheckpoints(copy, 6);
            var alone = await SampleRecord.VerifyAsync(copy.Store);
            Assert.True(alone.ExitCode == 0, alone.Out);
            Assert.Contains("is not the one that was signed: the checkpoint", (await SampleRecord.VerifyAsync(copy.Store, record.Elsewhere)).Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_the_keys_that_are_given_count()
    {
        using var copy = Copy();
        using (var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256))
            File.WriteAllText(record.In("other.pem"), other.ExportSubjectPublicKeyInfoPem());

        var run = await SampleRecord.VerifyAsync(copy.Store, "--key", record.In("other.pem"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is not signed by a key that is known", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_neither_sound_nor_broken()
    {
        using var copy = Copy();
        File.WriteAllText(record.In("nonsense"), "nonsense");
        File.WriteAllText(record.In("another.json"), File.ReadAllText(record.In("checkpoint.json")).Replace("inspectorates/fictional", "inspectorates/another", StringComparison.Ordinal));

        foreach (var (args, says) in new (string[], string)[]
        {
            (["--store", $"Data Source={record.In("none.db")}"], "there is no file"),
            (["--store", $"Data Source={record.In("nonsense")}"], "The store cannot be opened"),
            (["--store", "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1"], "The store cannot be opened"),
            (["--store", "no connection string"], "not a connection string"),
            (["--store", copy.Store, "--checkpoint", record.In("nonsense")], "cannot be read as the JSON of a Checkpoint"),
            (["--store", copy.Store, "--checkpoint", record.In("another.json")], "is of the record of 'inspectorates/another'"),
            (["--store", copy.Store, "--key", record.In("nonsense")], "cannot be read as the PEM of a public key"),
        })
        {
            var run = await ProgramRun.Of(new FictionalInspectorate(), ["verify", .. args]);

            Assert.True(run.ExitCode == 2, $"{string.Join(' ', args)}: {run.ExitCode} {run.Out}");
            Assert.Contains(says, run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Out);
        }
    }

    [Fact]
    public async Task A_store_of_the_first_release_is_verified_before_and_after_it_is_brought_up_to_date()
    {
        await using var service = new RunningService(new FictionalInspectorate());
        OldStore.Write(service.StoreFile, new Samples(Described()));
        var before = await SampleRecord.VerifyAsync($"Data Source={service.StoreFile}");

        await service.StartAsync();
        var samples = new Samples(service.Description);
        await service.Verdicts.RecordVerdictAsync(
            Samples.Recording(samples.Published("X03", "2024-02-01")), service.As("inspector"), cancellationToken: TestContext.Current.CancellationToken);
        await service.StopListeningAsync();
        var after = await SampleRecord.VerifyAsync($"Data Source={service.StoreFile}");

        Assert.True(before.ExitCode == 0, before.Out + before.Error);
        Assert.StartsWith("4 entries", before.Out, StringComparison.Ordinal);
        Assert.True(after.ExitCode == 0, after.Out + after.Error);
        Assert.StartsWith("5 entries", after.Out, StringComparison.Ordinal);
        // The one signed when it stopped, and where it was in time the one signed at the start.
        Assert.Matches(" [12] checkpoints", after.Out);
    }

    [Fact]
    public async Task A_change_to_a_store_of_the_first_release_is_told_as_well()
    {
        var file = record.In("old.db");
        OldStore.Write(file, new Samples(Described()));
        using (var copy = new StoreCopy(file, record.In("old-changed.db")))
        {
            copy.Run("UPDATE entry SET subject = 'somebody else' WHERE seq = 3");

            Assert.Contains("entry 3: its hash does not follow", (await SampleRecord.VerifyAsync(copy.Store)).Out, StringComparison.Ordinal);
        }
    }

    private static V1.Inspectorate Described()
    {
        var description = new FictionalInspectorate().Describe();
        description.Code = FictionalInspectorate.InspectorateCode;
        return description;
    }

    private StoreCopy Copy() => new(record.File, record.In($"{Guid.NewGuid():N}.db"));
}
