using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Joint.V1;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Answers what an overall for an area would depend on.</summary>
internal sealed class AreaBalanceQuestions(
    JointViews views, InspectorateSources sources, WeightProfiles profiles, Catalogue catalogue, TimeProvider time)
{
    /// <summary>The balance of one area.</summary>
    /// <exception cref="RefusedException">The request is wrong, or no inspectorate answered.</exception>
    public async Task<GetBalanceResponse> GetAsync(GetBalanceRequest request, Caller caller, CancellationToken cancelled)
    {
        var area = AreaRecords.Find(request.Area);
        var asOf = LondonDay.Read(request.AsOf, time);
        var profile = request.Profile.Length == 0 ? null : profiles.Find(request.Profile);
        if (profile is null && request.W.Count > 0)
            throw new RefusedException(
                ErrorReason.FieldRequired, "Weights alone give no overall: name the profile whose values and edges they are to go with.")
            { Field = "profile" };
        var whatIf = profile is null ? null : WhatIfWeights.Read(request.W.ToDictionary(), profile, MayBeWeighed(profile));

        var answers = await views.AskAsync(area.DfeCode, asOf, caller, cancelled);
        return new()
        {
            Balance = profile is null
                ? AreaBalances.WithoutProfile(area, asOf, answers, profiles.Ids)
                : AreaBalances.Compose(area, asOf, answers, catalogue, profile, whatIf),
        };
    }

    private IEnumerable<string> MayBeWeighed(Profile profile) =>
        profile.WeighedBy is WeightProfile.Types.WeighedBy.JourneyStage
            ? JourneyStages.All.Select(stage => stage.Code)
            : sources.Codes;
}
