namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>The formats of joint work, the same for every inspectorate.</summary>
public static class JointFormats
{
    /// <summary>All of them, as one inspectorate reads them.</summary>
    /// <param name="inspectorate">Its code.</param>
    public static IReadOnlyList<IImportFormat> Of(string inspectorate) =>
        [new JtaiLettersFormat(inspectorate), new CodedFindingsFormat(inspectorate), new D2iSendFormat(inspectorate)];
}
