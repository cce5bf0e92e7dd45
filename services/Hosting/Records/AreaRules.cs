using Google.Protobuf.Collections;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>Area codes in requests: a DfE code, or a GSS code of now or before; kept as DfE codes.</summary>
internal static class AreaRules
{
    private const int Most = 400;

    /// <summary>The DfE code; null where it is refused.</summary>
    public static string? Area(this Faults faults, string field, string code)
    {
        if (Areas.England.TryFind(code, out var area, out var refusal))
            return area.DfeCode;
        faults.Add(ReasonNames.Parse(refusal.Reason), field, refusal.Message);
        return null;
    }

    /// <summary>Checks the areas of a record and brings them to DfE codes in ascending order.</summary>
    public static void Footprint(this Faults faults, string field, Footprint? footprint)
    {
        if (footprint is null || footprint.Areas.Count == 0)
        {
            faults.Add(ErrorReason.FieldRequired, $"{field}.areas", $"{field}.areas is required: DfE or GSS codes such as 926 or E10000020.");
            return;
        }

        if (footprint.Areas.Count > Most)
            faults.Add(ErrorReason.FieldOutOfRange, $"{field}.areas", $"{field}.areas has {footprint.Areas.Count} codes; at most {Most} are taken.");
        faults.Text($"{field}.label", footprint.Label, 200);
        Normalise(faults, field, footprint.Areas);
    }

    private static void Normalise(Faults faults, string field, RepeatedField<string> areas)
    {
        string[] codes = [.. areas
            .Select((code, index) => faults.Area($"{field}.areas[{index}]", code))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        areas.Clear();
        areas.AddRange(codes);
    }
}
