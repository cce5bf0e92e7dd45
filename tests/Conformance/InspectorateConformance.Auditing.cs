using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Conformance.Verification;
using Inspectorates.Hosting.Audit;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    // These tests never list an area, and leave the real ones to those that do.
    private const string SomeArea = "X02";

    [Fact]
    public async Task A_checkpoint_is_signed_by_a_listed_key_over_all_that_was_written()
    {
        await RecordAsync(Samples.Published(SomeArea, "2024-02-01"));

        var checkpoint = await CheckpointAsync();
        var keys = (await service.Audit.ListCheckpointKeysAsync(new ListCheckpointKeysRequest(), service.As("witness"), cancellationToken: Stop)).Keys;

        Assert.Equal(($"inspectorates/{Samples.Code}", (await EntriesAsync("")).Count), (checkpoint.Origin, (int)checkpoint.Size));
        Assert.Equal(keys[0].KeyId, checkpoint.KeyId);
        Assert.True(ProofCheck.IsSigned(checkpoint, keys[0]));
        Assert.Equal(checkpoint, (await service.Audit.GetCheckpointAsync(
            new GetCheckpointRequest { Size = checkpoint.Size }, service.As("auditor"), cancellationToken: Stop)).Checkpoint);
    }

    [Fact]
    public async Task Every_entry_is_proven_to_be_in_the_record_and_every_record_to_begin_with_the_one_before()
    {
        await RecordAsync(Samples.Published(SomeArea, "2024-02-01"));
        var first = await CheckpointAsync();
        for (var i = 0; i < 5; i++)
            await RecordAsync(Samples.Published(SomeArea, "2024-02-01"));
        var second = await CheckpointAsync();

        foreach (var checkpoint in new[] { first, second })
            // All of a small record, and some of a large one.
            for (var number = 1L; number <= checkpoint.Size; number += 1 + number / 16)
            {
                var proof = await service.Audit.GetInclusionProofAsync(
                    new GetInclusionProofRequest { Entry = number, Size = checkpoint.Size }, service.As("auditor"), cancellationToken: Stop);
                Assert.Equal(
                    checkpoint.RootHash.ToByteArray(), ProofCheck.RootOf(number - 1, checkpoint.Size, proof.Entry.Hash.ToByteArray(), Bytes(proof.Hashes)));
            }

        var consistency = await service.Audit.GetConsistencyProofAsync(
            new GetConsistencyProofRequest { FirstSize = first.Size, SecondSize = second.Size }, service.As("witness"), cancellationToken: Stop);
        var (older, newer) = ProofCheck.RootsOf(first.Size, second.Size, first.RootHash.ToByteArray(), Bytes(consistency.Hashes));
        Assert.Equal((first.RootHash, second.RootHash), (ByteString.CopyFrom(older), ByteString.CopyFrom(newer)));
        Assert.True(second.Size >= first.Size + 5);
    }

    [Fact]
    public async Task Entries_tell_who_wrote_what_and_hash_to_what_they_say_without_their_content()
    {
        var verdict = await RecordAsync(Samples.Verdict(SomeArea));
        await WithdrawAsync(verdict.Name);

        var all = await EntriesAsync("");
        var own = await EntriesAsync(verdict.Name);

        Assert.Equal([(verdict.Name, "verdict", 1), (verdict.Name, "verdict", 2)], own.Select(entry => (entry.Name, entry.Kind, entry.Revision)));
        Assert.All(own, entry => Assert.Equal($"development-{entry.Role}@{Samples.Code}", entry.Subject));
        Assert.Equal(Enumerable.Range(1, all.Count).Select(number => (long)number), all.Select(entry => entry.Number));
        var previous = ByteString.CopyFrom(new byte[32]);
        foreach (var entry in all)
        {
            Assert.Equal(previous, entry.PreviousHash);
            Assert.Equal(Chain.HashOf(Parts(entry)), entry.Hash.ToByteArray());
            previous = entry.Hash;
        }
    }

    [Theory]
    [InlineData("auditor", "GetCheckpoint", "ListCheckpointKeys", "GetConsistencyProof", "GetInclusionProof", "ListEntries", "ListWitnessedCheckpoints")]
    [InlineData("witness", "GetCheckpoint", "ListCheckpointKeys", "GetConsistencyProof", "ListWitnessedCheckpoints")]
    [InlineData("inspector")]
    [InlineData("lead")]
    [InlineData("quality-assurer")]
    [InlineData("publisher")]
    [InlineData("operator")]
    [InlineData("joint-reader")]
    public async Task Only_auditors_and_witnesses_learn_how_much_there_is(string role, params string[] may)
    {
        await RecordAsync(Samples.Published(SomeArea, "2024-02-01"));
        await CheckpointAsync();

        foreach (var (name, call) in AuditCalls())
        {
            (await Refused.ByAsync(() => call(null))).Is(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
            if (may.Contains(name))
                await call(service.As(role));
            else
                (await Refused.ByAsync(() => call(service.As(role)))).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        }
    }

    [Fact]
    public async Task What_cannot_be_proven_is_refused_naming_the_field()
    {
        await RecordAsync(Samples.Published(SomeArea, "2024-02-01"));
        var size = (await CheckpointAsync()).Size;

        (await Refused.ByAsync(Checkpoint(-1))).Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "size");
        (await Refused.ByAsync(Checkpoint(size + 1))).Is(StatusCode.NotFound, "CHECKPOINT_NOT_FOUND", "size");
        (await Refused.ByAsync(Consistency(0, size))).Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "first_size");
        (await Refused.ByAsync(Consistency(1, -5))).Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "second_size");
        (await Refused.ByAsync(Consistency(size, size - 1 > 0 ? size - 1 : long.MinValue))).Is(
            StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", size - 1 > 0 ? "first_size" : "second_size");
        (await Refused.ByAsync(Consistency(1, size + 1))).Is(StatusCode.NotFound, "CHECKPOINT_NOT_FOUND", "second_size");
        (await Refused.ByAsync(Inclusion(0, size))).Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "entry");
        (await Refused.ByAsync(Inclusion(1, 0))).Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "size");
        (await Refused.ByAsync(Inclusion(1, long.MaxValue))).Is(StatusCode.NotFound, "CHECKPOINT_NOT_FOUND", "size");
        (await Refused.ByAsync(Inclusion(long.MaxValue, size))).Is(StatusCode.NotFound, "ENTRY_NOT_FOUND", "entry");
        (await Refused.ByAsync(Entries("a\0b"))).Is(StatusCode.InvalidArgument, "FIELD_MALFORMED", "name");
        (await Refused.ByAsync(Entries("", "nonsense"))).Is(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");

        AsyncUnaryCall<GetCheckpointResponse> Checkpoint(long of) =>
            service.Audit.GetCheckpointAsync(new GetCheckpointRequest { Size = of }, service.As("auditor"), cancellationToken: Stop);

        AsyncUnaryCall<GetConsistencyProofResponse> Consistency(long first, long second) => service.Audit.GetConsistencyProofAsync(
            new GetConsistencyProofRequest { FirstSize = first, SecondSize = second }, service.As("auditor"), cancellationToken: Stop);

        AsyncUnaryCall<GetInclusionProofResponse> Inclusion(long entry, long of) => service.Audit.GetInclusionProofAsync(
            new GetInclusionProofRequest { Entry = entry, Size = of }, service.As("auditor"), cancellationToken: Stop);

        AsyncUnaryCall<ListEntriesResponse> Entries(string name, string token = "") => service.Audit.ListEntriesAsync(
            new ListEntriesRequest { Name = name, PageToken = token }, service.As("auditor"), cancellationToken: Stop);
    }

    private async Task<Checkpoint> CheckpointAsync()
    {
        await service.Services.GetServices<IHostedService>().OfType<Checkpointing>().Single().SignAsync(Stop);
        return (await service.Audit.GetCheckpointAsync(new GetCheckpointRequest(), service.As("witness"), cancellationToken: Stop)).Checkpoint;
    }

    private async Task<List<Entry>> EntriesAsync(string name)
    {
        var (entries, token) = (new List<Entry>(), "");
        do
        {
            var page = await service.Audit.ListEntriesAsync(
                new ListEntriesRequest { Name = name, PageSize = name.Length > 0 ? 1 : 100, PageToken = token }, service.As("auditor"), cancellationToken: Stop);
            entries.AddRange(page.Entries);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return entries;
    }

    private IEnumerable<(string Name, Func<Metadata?, Task> Call)> AuditCalls() =>
    [
        ("GetCheckpoint", async headers => await service.Audit.GetCheckpointAsync(new GetCheckpointRequest(), headers, cancellationToken: Stop)),
        ("ListCheckpointKeys", async headers => await service.Audit.ListCheckpointKeysAsync(new ListCheckpointKeysRequest(), headers, cancellationToken: Stop)),
        ("GetConsistencyProof", async headers => await service.Audit.GetConsistencyProofAsync(
            new GetConsistencyProofRequest { FirstSize = 1, SecondSize = 1 }, headers, cancellationToken: Stop)),
        ("GetInclusionProof", async headers => await service.Audit.GetInclusionProofAsync(
            new GetInclusionProofRequest { Entry = 1, Size = 1 }, headers, cancellationToken: Stop)),
        ("ListEntries", async headers => await service.Audit.ListEntriesAsync(new ListEntriesRequest(), headers, cancellationToken: Stop)),
        ("ListWitnessedCheckpoints", async headers => await service.Audit.ListWitnessedCheckpointsAsync(
            new ListWitnessedCheckpointsRequest(), headers, cancellationToken: Stop)),
    ];

    private static byte[][] Bytes(IEnumerable<ByteString> hashes) => [.. hashes.Select(hash => hash.ToByteArray())];

    // docs/decisions/0050, format 2.
    private static IEnumerable<byte[]> Parts(Entry entry)
    {
        string[] texts =
        [
            entry.Number.ToString(CultureInfo.InvariantCulture), entry.Kind, entry.Name, entry.Revision.ToString(CultureInfo.InvariantCulture),
            entry.At.ToDateTime().ToString("O", CultureInfo.InvariantCulture), entry.Subject, entry.Issuer, entry.Role, entry.RequestId,
        ];
        return
        [
            "inspectorates/entry/2"u8.ToArray(), entry.PreviousHash.ToByteArray(), .. texts.Select(System.Text.Encoding.UTF8.GetBytes),
            entry.ContentHash.ToByteArray(),
        ];
    }
}
