using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>
/// The cell of a pilot: empty for what was none; <c>yes</c>; or <c>yes</c> and what its source says of the report of what was learnt,
/// with | between: by when it is to be published, since when that is to be decided, its address, and when it came.
/// </summary>
internal static class PilotCell
{
    private const string Yes = "yes";
    private const char Within = '|';

    public static string Write(Inspection inspection) => inspection switch
    {
        { Pilot: false } => "",
        { PilotTerms: { } terms } => CellText.Join(Within, [Yes, terms.PublishBy, terms.ToBeDecidedOn, terms.LearningReportUri, terms.LearningReportOn]),
        _ => Yes,
    };

    /// <exception cref="FormatException">The cell has another number of parts.</exception>
    public static void Read(string cell, Inspection inspection)
    {
        inspection.Pilot = cell.Length > 0;
        if (cell.Length is 0 || cell == Yes)
            return;
        if (CellText.Split(Within, cell) is not [Yes, var publishBy, var declared, var address, var published])
            throw new FormatException($"pilot: '{cell}' is neither empty, \"yes\", nor \"yes\" and four parts with | between them");
        inspection.PilotTerms = new PilotTerms
        {
            PublishBy = publishBy,
            ToBeDecided = declared.Length > 0,
            ToBeDecidedOn = declared,
            LearningReportUri = address,
            LearningReportOn = published,
        };
    }
}
