using Inspectorates.Reference;
using Inspectorates.V1;
using Area = Inspectorates.Joint.V1.Area;

namespace Inspectorates.Gateway.Answering;

/// <summary>Areas of the reference data as records of the contract.</summary>
internal static class AreaRecords
{
    /// <summary>The area with the code.</summary>
    /// <param name="code">DfE code, or current or former GSS code, as the caller wrote it.</param>
    /// <exception cref="RefusedException">The code is no area's; the reason says what it is instead.</exception>
    public static Area Find(string code)
    {
        if (string.IsNullOrWhiteSpace(code))
            throw new RefusedException(
                ErrorReason.FieldRequired, "No area was given: use its GSS code (E10000020) or its DfE code (926).")
            { Field = "area" };
        return Areas.England.TryFind(code, out var area, out var refusal)
            ? Record(area)
            : throw new RefusedException(Reasons.Named(refusal.Reason), refusal.Message) { Field = "area" };
    }

    /// <summary>The area with the code; null: none has it.</summary>
    public static Area? Known(string code) =>
        Areas.England.TryFind(code, out var area, out _) ? Record(area) : null;

    /// <summary>Areas by words of the name or the beginning of a code, real ones first.</summary>
    public static IReadOnlyList<Area> Search(string query) =>
        [.. Areas.England.Search(query).OrderBy(area => area.IsFictional).Select(Record)];

    private static Area Record(Reference.Area area) => new()
    {
        DfeCode = area.DfeCode,
        GssCode = area.GssCode,
        Name = area.Name,
        FormerGssCodes = { area.GssCodes.Select(code => code.Code).Where(code => code != area.GssCode) },
        Region = area.Region.Name,
        Agencies =
        {
            area.Agencies.Select(agency => new V1.Agency { Kind = agency.Kind, Code = agency.Code, Name = agency.Name }),
        },
        Fictional = area.IsFictional,
    };
}
