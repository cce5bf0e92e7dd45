using Grpc.Core;
using Inspectorates.SystemTests.Durability;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Referrals;

/// <summary>kill -9 of whichever program while concerns are referred, acknowledged and answered through the gateway.</summary>
[Collection(Alone.Name)]
public sealed class ReferralKillTests
{
    private const int Referrals = 12;
    private const int Kills = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F9_every_referral_arrives_once_and_its_acknowledgement_comes_home_whichever_program_is_killed()
    {
        var seed = Sizes.Seed;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        await using var programs = await TwoPrograms.StartAsync();
        var killing = KillAsync(programs, new Random(seed));

        for (var number = 0; number < Referrals; number++)
            await ReferAsync(programs, number);
        var acknowledged = new HashSet<string>();
        await EventuallyAsync(async () =>
        {
            foreach (var referral in await ListAsync(programs.Hmic))
                if (acknowledged.Add(referral.Name))
                    await AcknowledgeAsync(programs, referral.Name);
            return acknowledged.Count == Referrals;
        });
        await killing;
        await EventuallyAsync(async () =>
            (await ListAsync(programs.Ofsted)).All(IsWhole) && (await ListAsync(programs.Hmic)).All(IsWhole));

        var (sent, received) = (await ListAsync(programs.Ofsted), await ListAsync(programs.Hmic));
        Assert.Equal(Referrals, sent.Count);
        Assert.Equal(sent.Select(referral => referral.Name).Order(), received.Select(referral => referral.Name).Order());
        Assert.Equal(Referrals, sent.Select(referral => referral.Concern).Distinct().Count());
        // Written, delivered, acknowledged on the one side; taken, acknowledged, delivered on the other: each once.
        Assert.All(sent.Concat(received), referral => Assert.Equal((3, 2), (referral.Revision, referral.Exchanges.Count)));
        await HoldsAsync("services/Ofsted", programs.Ofsted);
        await HoldsAsync("services/Hmic", programs.Hmic);
    }

    private static bool IsWhole(Referral referral) =>
        referral.State == Referral.Types.State.Acknowledged && referral.Exchanges.All(exchange => exchange.Receipt is not null);

    // Each for a while: what is to be sent waits, and what is sent finds nobody.
    private static async Task KillAsync(TwoPrograms programs, Random random)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(50, 700), Stop);
            if (kill % 3 == 2)
            {
                await programs.KillGatewayAsync();
                continue;
            }

            var victim = kill % 3 == 0 ? programs.Ofsted : programs.Hmic;
            await victim.KillAsync();
            await Task.Delay(random.Next(0, 300), Stop);
            await victim.StartAsync();
        }
    }

    private static async Task ReferAsync(TwoPrograms programs, int number)
    {
        var concern = new Concern
        {
            Subject = new Agency { Kind = "police-force", Code = "E23000024" },
            Areas = { "926" },
            Evidence = { new Evidence { Type = Evidence.Types.Type.MultiAgencyAudit, Count = 10 + number } },
            Text = "Strategy discussions were held without the police.",
        };
        var raising = new RaiseConcernRequest { Concern = concern, RequestId = Guid.NewGuid().ToString() };
        var raised = await AgainAsync(async () => await new ConcernService.ConcernServiceClient(programs.Ofsted.Channel).RaiseConcernAsync(
            raising, programs.Ofsted.As("lead"), DateTime.UtcNow.AddSeconds(5), Stop));
        var referring = new ReferConcernRequest { Concern = raised.Concern.Name, RequestId = Guid.NewGuid().ToString() };
        await AgainAsync(async () => await new ReferralService.ReferralServiceClient(programs.Ofsted.Channel).ReferConcernAsync(
            referring, programs.Ofsted.As("lead"), DateTime.UtcNow.AddSeconds(5), Stop));
    }

    private static async Task AcknowledgeAsync(TwoPrograms programs, string name)
    {
        var request = new AcknowledgeReferralRequest
        {
            Name = name,
            Acknowledgement = new ReferralAcknowledgement { DueToBeDecided = true },
            RequestId = Guid.NewGuid().ToString(),
        };
        await AgainAsync(async () => await new ReferralService.ReferralServiceClient(programs.Hmic.Channel).AcknowledgeReferralAsync(
            request, programs.Hmic.As("lead"), DateTime.UtcNow.AddSeconds(5), Stop));
    }

    private static async Task<IReadOnlyList<Referral>> ListAsync(TwoPrograms.Party party) => (await AgainAsync(async () =>
        await new ReferralService.ReferralServiceClient(party.Channel).ListReferralsAsync(
            new ListReferralsRequest { PageSize = 500 }, party.As("auditor"), DateTime.UtcNow.AddSeconds(5), Stop))).Referrals;

    // As a caller does who keeps its request id: whatever became of the call, it is the same one.
    private static async Task<T> AgainAsync<T>(Func<Task<T>> call)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.Cancelled
                && DateTime.UtcNow < until)
            {
                await Task.Delay(50, Stop);
            }
        }
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var until = DateTime.UtcNow + Patience;
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < until, $"Not within {Patience.TotalMinutes} min.");
            await Task.Delay(100, Stop);
        }
    }

    private static async Task HoldsAsync(string project, TwoPrograms.Party party)
    {
        var verified = await Shell.RunAsync("dotnet", [ProgramProcess.AssemblyOf(project), "verify", "--store", party.Store]);
        Assert.True(verified.ExitCode == 0, verified.Everything);
    }
}
