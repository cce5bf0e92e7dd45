using Google.Protobuf.Collections;
using Inspectorates.Hosting.Frameworks;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.Reference;
using Inspectorates.V1;
using Agency = Inspectorates.V1.Agency;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Answers which framework applies, from the registry and the inspections the caller may see.</summary>
internal sealed class FrameworkQuestions(
    KnownFrameworks known, InspectionReader reader, ReadFilters filters, LondonClock clock, AlreadyInspected alreadyInspected)
{
    private const int MostInspectedUnder = 20;
    private const int PageSize = 500;
    private const string LocalAuthority = "local-authority";

    /// <summary>The answer of each line that is asked about.</summary>
    /// <exception cref="Refusals.RefusalException">The request is wrong; every fault is named.</exception>
    public async Task<ResolveFrameworkResponse> ResolveAsync(ResolveFrameworkRequest request, Caller caller, CancellationToken cancelled)
    {
        var faults = new Faults();
        var which = filters.Which(faults, request.Area, request.AsOf, null);
        var day = faults.Day("day", request.Day) ?? clock.Today;
        var area = Council(faults, request.Agency) ?? which.Area;
        About(faults, request);
        InspectedUnder(faults, request.InspectedUnder);
        var frameworks = known.Description.Frameworks.Where(framework => IsAbout(framework, request.Agency)).ToList();
        var lines = LinesOf(faults, request.Line, frameworks);
        faults.ThrowIfAny();

        var past = await PastAsync(frameworks, lines, caller, which with { Area = area }, request.Agency, cancelled);
        PastInspection[] all = [.. past, .. request.InspectedUnder.Select(framework => new PastInspection(framework, null, InRecord: false))];
        return new()
        {
            Resolutions =
            {
                lines.Select(line => FrameworkRule.Resolve(
                    frameworks, new FrameworkQuestion(line, day, which.Day, all, alreadyInspected))),
            },
            Day = day.Iso(),
            AsOf = which.Day.Iso(),
        };
    }

    // A council's code is resolved as an area's: records are under the code that is current. Its form is checked with the agency.
    private static string? Council(Faults faults, Agency? agency) =>
        agency is { Kind: LocalAuthority, Code: { Length: > 0 } code } && AgencyKinds.TryFind(LocalAuthority, out var kind) && kind.Accepts(code)
            ? faults.Area("agency.code", code)
            : null;

    private void About(Faults faults, ResolveFrameworkRequest request)
    {
        if (request.Area.Length == 0 && request.Agency is null)
            faults.Add(ErrorReason.FieldRequired, "area", "area or agency is required: whom the framework is to apply to, such as the area 926.");
        else if (request.Area.Length > 0 && request.Agency is not null)
            faults.Add(ErrorReason.FieldsInconsistent, "agency", "agency is given though area is: ask about one of them.");
        else if (request.Agency is { } agency)
            faults.Agency("agency", agency, known);
    }

    private void InspectedUnder(Faults faults, RepeatedField<string> codes)
    {
        if (codes.Count > MostInspectedUnder)
            faults.Add(
                ErrorReason.FieldOutOfRange, "inspected_under", $"inspected_under has {codes.Count}; at most {MostInspectedUnder} are taken.");
        for (var index = 0; index < codes.Count && index < MostInspectedUnder; index++)
            if (!known.Has(codes[index]))
                faults.Add(
                    ErrorReason.FrameworkUnknown, $"inspected_under[{index}]",
                    $"This inspectorate has no framework '{Shown.Of(codes[index])}'. It has {known.Codes}.");
    }

    private IReadOnlyList<string> LinesOf(Faults faults, string line, List<Framework> frameworks)
    {
        if (line.Length == 0)
            return Lines.Of(frameworks);
        var all = Lines.Of(known.Description.Frameworks);
        if (!all.Contains(line))
            faults.Add(
                ErrorReason.FrameworkLineUnknown, "line",
                $"No framework of this inspectorate is of the line '{Shown.Of(line)}'. There are {string.Join(", ", all)}.");
        return [line];
    }

    private bool IsAbout(Framework framework, Agency? agency)
    {
        if (agency is null)
            return true;
        return framework.AgencyKinds.Count > 0
            ? framework.AgencyKinds.Contains(agency.Kind)
            : framework.Mode == Framework.Types.Mode.Joint || known.HostKinds.Contains(agency.Kind);
    }

    /// <summary>Past inspections, read only where a framework's source makes its application turn on them.</summary>
    private async Task<IReadOnlyList<PastInspection>> PastAsync(
        List<Framework> frameworks, IReadOnlyList<string> lines, Caller caller, ListQuery which, Agency? agency, CancellationToken cancelled)
    {
        var past = new List<PastInspection>();
        var codes = frameworks
            .Where(framework => framework.Transition is not null && Lines.Of(framework).Intersect(lines).Any())
            .SelectMany(framework => new[] { framework.Code, framework.Transition.NotYetInspectedUnder })
            .Distinct();
        foreach (var code in codes)
        {
            PagePlace? from = null;
            do
            {
                var page = await reader.ListAsync(caller, new InspectionQuery(which, code), PageSize, from, cancelled);
                past.AddRange(page.Records
                    .Where(inspection => inspection is { Pilot: false, State: not Inspection.Types.State.Withdrawn })
                    .Where(inspection => which.Area.Length > 0 || IsOf(inspection, agency))
                    .Select(inspection => new PastInspection(code, FirstDay(inspection), InRecord: true)));
                from = page.Next;
            }
            while (from is not null);
        }

        return past;
    }

    private static bool IsOf(Inspection inspection, Agency? agency) => inspection.Agencies.Any(one =>
        one.Kind == agency?.Kind && (agency.Code.Length == 0 || one.Code == agency.Code));

    private static DateOnly? FirstDay(Inspection inspection) =>
        Days.Parse(inspection.Fieldwork?.Start ?? "") ?? Days.Parse(inspection.PublishedOn);
}
