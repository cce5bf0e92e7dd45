using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using About = Inspectorates.Joint.V1.AgreementComparison.Types.About;

namespace Inspectorates.Gateway.Answering;

/// <summary>Agreement over all areas: everything every inspectorate has is read, compared and cut in pages.</summary>
internal sealed class JointAgreement(
    JointViews views, InspectorateSources sources, Catalogue catalogue, AgreementOptions options, TimeProvider time)
{
    /// <summary>How far inspectorates agree, as far as the filters ask.</summary>
    /// <exception cref="RefusedException">A filter, page size or token is wrong, or no inspectorate answered.</exception>
    public async Task<GetAgreementResponse> GetAsync(GetAgreementRequest request, Caller caller, CancellationToken cancelled)
    {
        var page = new GetAgreementRequest(request) { PageSize = 0, PageToken = "" };
        PageToken.Check(page, request.PageSize, request.PageToken);
        Check(request);
        var asOf = LondonDay.Read(request.AsOf, time);
        var (from, to) = AreaFilters.Period(request.From, request.To);
        var question = new AgreementQuestion
        {
            Areas = AreaFilters.InRegion(request.Region),
            Process = request.Process,
            Framework = request.Framework,
            From = from,
            To = to,
            Inspectorate = request.Inspectorate,
            OtherInspectorate = request.OtherInspectorate,
            IncludePilots = request.IncludePilots,
            About = request.About,
        };

        var answers = await views.AskAsync(null, asOf, caller, cancelled);
        AreaFilters.CheckFramework(request.Framework, answers.Select(answer => answer.Description));
        var with = request.Seed > 0 ? options with { Seed = request.Seed } : options;
        var found = new AgreementAcrossAreas(question, answers, catalogue, with);
        var (numbers, next) = PageToken.Cut(found.Numbers, page, request.PageSize, request.PageToken);
        return new()
        {
            Comparisons = { numbers.Select(found.Write) },
            OfAll = { found.OfAll.Value },
            NextPageToken = next,
            TotalSize = found.Numbers.Count,
            AreaCount = question.Areas.Count,
            Sources = { Composition.Sources(answers, null) },
            Complete = answers.All(answer => answer.IsProper),
            Parameters = new()
            {
                Floor = with.Floor,
                Replicates = with.Replicates,
                Seed = with.Seed,
                Rules = { AgreementRules.Of(question, with) },
            },
            AsOf = asOf.ToString("yyyy-MM-dd", null),
        };
    }

    private void Check(GetAgreementRequest request)
    {
        if (!Enum.IsDefined(request.About))
            throw new RefusedException(ErrorReason.FieldOutOfRange, "There is no such kind of comparison.") { Field = "about" };
        if (request.Seed < 0)
            throw new RefusedException(ErrorReason.FieldOutOfRange, "A seed is 1 or more.") { Field = "seed" };
        AreaFilters.CheckProcess(request.Process);
        AreaFilters.CheckInspectorate("inspectorate", request.Inspectorate, sources.Codes);
        AreaFilters.CheckInspectorate("other_inspectorate", request.OtherInspectorate, sources.Codes);
        if (request.OtherInspectorate.Length > 0 && request.Inspectorate.Length == 0)
            throw new RefusedException(
                ErrorReason.FieldsInconsistent, "other_inspectorate goes with inspectorate: name both, or inspectorate alone.")
            { Field = "other_inspectorate" };
        if (request.OtherInspectorate.Length > 0 && request.OtherInspectorate == request.Inspectorate)
            throw new RefusedException(
                ErrorReason.FieldsInconsistent, "An inspectorate is not compared with itself: name two different ones.")
            { Field = "other_inspectorate" };
        if (request.Process.Length > 0 && request.About is (About.BroadJudgements or About.AllProcesses))
            throw new RefusedException(
                ErrorReason.FieldsInconsistent, "On one process only ONE_PROCESS is compared: leave about or process out.")
            { Field = "about" };
    }
}
