using Inspectorates.Hosting.Indicators;
using Inspectorates.Hosting.Records;
using Inspectorates.V1;
using Type = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Hosting.Evidencing;

/// <summary>What a piece of evidence must be: its type, how much, how and when, and never whose.</summary>
internal sealed class EvidenceRules(KnownIndicators indicators)
{
    private const int MostPieces = 50;
    private const int LongestMethod = 200;

    /// <summary>Checks the evidence a verdict or a concern rests on.</summary>
    /// <param name="path">Proto path of what rests on it.</param>
    /// <param name="evidence">Its pieces.</param>
    public void Check(Faults faults, string path, IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count > MostPieces)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.evidence", $"{path}.evidence has {evidence.Count} pieces; at most {MostPieces} are held.");
        for (var index = 0; index < evidence.Count; index++)
            Check(faults, $"{path}.evidence[{index}]", evidence[index]);
    }

    private void Check(Faults faults, string field, Evidence piece)
    {
        faults.Required($"{field}.type", piece.Type);
        faults.OutputOnly($"{field}.suppressed", piece.Suppressed);
        if (piece.Count < 0)
            faults.Add(ErrorReason.FieldOutOfRange, $"{field}.count", $"{field}.count is {piece.Count}; it counts from 0.");
        if (piece is { NotCounted: true, Count: not 0 })
            faults.Add(ErrorReason.FieldsInconsistent, $"{field}.not_counted", $"{field}.not_counted is set though count is {piece.Count}.");
        References.Check(faults, $"{field}.reference", piece.Reference);
        faults.Text($"{field}.method", piece.Method, LongestMethod);
        faults.Range($"{field}.window", piece.Window);
        Indicator(faults, $"{field}.indicator", piece);
    }

    private void Indicator(Faults faults, string field, Evidence piece)
    {
        if (piece.Type != Type.Indicator)
        {
            if (piece.Indicator.Length > 0)
                faults.Add(ErrorReason.FieldsInconsistent, field, $"{field} is given though the type is {EnumNames.NameOf(piece.Type)}: only an INDICATOR names one.");
            return;
        }

        if (!faults.Require(field, piece.Indicator, indicators.Codes) || indicators.Find(piece.Indicator) is not null)
            return;
        faults.Add(ErrorReason.IndicatorUnknown, field, $"'{Shown.Of(piece.Indicator)}' is not in this inspectorate's registry of indicators. It has {indicators.Codes}.");
    }
}
