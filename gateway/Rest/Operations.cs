using Inspectorates.Gateway.Answering;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Rest;

/// <summary>Everything that can be asked over JSON.</summary>
internal static class Operations
{
    private static readonly ErrorReason[] WrongArea =
    [
        ErrorReason.AreaCodeMalformed, ErrorReason.AreaUnknown, ErrorReason.AreaCodeIsDistrict, ErrorReason.AreaAbolished,
        ErrorReason.AreaOutOfEngland, ErrorReason.AreaCodeIsOtherGeography,
    ];

    private static readonly ErrorReason[] Asked = [ErrorReason.TokenInvalid, ErrorReason.AllSourcesUnavailable];

    /// <summary>What an overall would depend on; its page takes the same parameters.</summary>
    public static Operation Balance { get; } = new()
    {
        Path = "/api/v1/areas/{area}/balance",
        Rpc = JointInspectionService.Descriptor.FindMethodByName("GetBalance"),
        Root = GetBalanceResponse.Descriptor.FindFieldByName("balance"),
        Summary = "What an overall for one area would depend on",
        Refusals = [.. WrongArea, ErrorReason.FieldRequired, ErrorReason.WeightProfileUnknown, ErrorReason.WeightsInvalid, .. Asked],
        Answer = static async (services, request, caller, cancelled) =>
            await services.GetRequiredService<AreaBalanceQuestions>()
                .GetAsync((GetBalanceRequest)request, caller, cancelled),
    };
    private static readonly ErrorReason[] WrongFilters =
    [
        ErrorReason.FieldsInconsistent, ErrorReason.ProcessUnknown, ErrorReason.InspectorateUnknown, ErrorReason.FrameworkUnknown,
        ErrorReason.RegionUnknown,
    ];

    public static IReadOnlyList<Operation> All { get; } =
    [
        new()
        {
            Path = "/api/v1/areas",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListAreas"),
            Summary = "Areas by name or code",
            Refusals = [ErrorReason.PageTokenInvalid],
            Answer = static async (_, request, _, _) => JointViews.ListAreas((ListAreasRequest)request),
        },
        new()
        {
            Path = "/api/v1/areas/{area}",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetArea"),
            Root = GetAreaResponse.Descriptor.FindFieldByName("area"),
            Summary = "One area",
            Refusals = WrongArea,
            Answer = static async (_, request, _, _) => JointViews.GetArea((GetAreaRequest)request),
        },
        new()
        {
            Path = "/api/v1/areas/{area}/joint-view",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetJointInspection"),
            Root = GetJointInspectionResponse.Descriptor.FindFieldByName("joint_inspection"),
            Summary = "The joint view of one area",
            Refusals = [.. WrongArea, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<JointViews>()
                    .GetJointInspectionAsync((GetJointInspectionRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/verdicts/{inspectorate}/{id}/revisions",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetVerdictHistory"),
            Root = GetVerdictHistoryResponse.Descriptor.FindFieldByName("verdict_history"),
            Summary = "Every version of one verdict",
            Refusals =
            [
                ErrorReason.InspectorateUnknown, ErrorReason.VerdictNotFound, ErrorReason.TokenInvalid, ErrorReason.SourceUnavailable,
            ],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<VerdictHistoryQuestions>()
                    .GetAsync((GetVerdictHistoryRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/differences",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListDifferences"),
            Summary = "Differences over all areas",
            Refusals =
            [
                .. WrongArea, ErrorReason.ProcessUnknown, ErrorReason.InspectorateUnknown, ErrorReason.PageTokenInvalid, .. Asked,
            ],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<JointDifferences>()
                    .ListAsync((ListDifferencesRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/differences/{id}",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetDifference"),
            Root = GetDifferenceResponse.Descriptor.FindFieldByName("difference"),
            Summary = "One difference",
            Refusals = [ErrorReason.DifferenceNotFound, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<JointDifferences>()
                    .GetAsync((GetDifferenceRequest)request, caller, cancelled),
        },
        Balance,
        new()
        {
            Path = "/api/v1/profiles",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListWeightProfiles"),
            Summary = "The weight profiles there are",
            Refusals = [ErrorReason.PageTokenInvalid],
            Answer = static async (services, request, _, _) =>
                services.GetRequiredService<WeightProfiles>().List((ListWeightProfilesRequest)request),
        },
        new()
        {
            Path = "/api/v1/profiles/{profile}",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetWeightProfile"),
            Root = GetWeightProfileResponse.Descriptor.FindFieldByName("profile"),
            Summary = "One weight profile",
            Refusals = [ErrorReason.WeightProfileUnknown],
            Answer = static async (services, request, _, _) =>
                services.GetRequiredService<WeightProfiles>().Get((GetWeightProfileRequest)request),
        },
        new()
        {
            Path = "/api/v1/rule-discrepancies",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListRuleDiscrepancies"),
            Summary = "Published results that do not follow from their inspectorate's own rule",
            Refusals = [.. WrongArea, ErrorReason.InspectorateUnknown, ErrorReason.PageTokenInvalid, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<RuleDiscrepancyQuestions>()
                    .ListAsync((ListRuleDiscrepanciesRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/agreement",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetAgreement"),
            Summary = "How far inspectorates agree, over all areas",
            Refusals = [.. WrongFilters, ErrorReason.PageTokenInvalid, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<JointAgreement>().GetAsync((GetAgreementRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/grades",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetGradeDistribution"),
            Summary = "How often each grade was given, by version of the framework and year",
            Refusals = [.. WrongFilters, ErrorReason.JudgementUnknown, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<JointGrades>().GetAsync((GetGradeDistributionRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/frameworks",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListFrameworks"),
            Summary = "The frameworks of all inspectorates in the order of time",
            Refusals = [ErrorReason.InspectorateUnknown, ErrorReason.PageTokenInvalid, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<FrameworkListing>().ListAsync((ListFrameworksRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/areas/{area}/framework",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ResolveAreaFramework"),
            Summary = "Which frameworks apply in one area on a day",
            Refusals = [.. WrongArea, ErrorReason.InspectorateUnknown, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<FrameworkListing>().ResolveAsync((ResolveAreaFrameworkRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/responsibilities",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListResponsibilities"),
            Summary = "Who is responsible for a process on a day",
            Refusals = [ErrorReason.ProcessUnknown],
            Answer = static async (services, request, _, _) =>
                services.GetRequiredService<ResponsibilityQuestions>().List((ListResponsibilitiesRequest)request),
        },
        new()
        {
            Path = "/api/v1/indicators",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListAllIndicators"),
            Summary = "The figures the inspectorates look at, and which number would be right",
            Refusals = [ErrorReason.InspectorateUnknown, ErrorReason.PageTokenInvalid, .. Asked],
            Answer = static async (services, request, caller, cancelled) =>
                await services.GetRequiredService<IndicatorListing>().ListAsync((ListAllIndicatorsRequest)request, caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/inspectorates/measures",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("GetInspectorateMeasures"),
            Summary = "How the inspectorates themselves hold concerns and deal with referrals",
            Refusals = Asked,
            Answer = static async (services, _, caller, cancelled) =>
                await services.GetRequiredService<InspectorateMeasuring>().GetAsync(caller, cancelled),
        },
        new()
        {
            Path = "/api/v1/complaints",
            Rpc = JointInspectionService.Descriptor.FindMethodByName("ListComplaints"),
            Summary = "What was complained of about joint inspection, and where it is answered",
            Refusals = [],
            Answer = static async (_, _, _, _) => ComplaintList.Answer(),
        },
    ];
}
