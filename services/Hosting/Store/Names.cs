namespace Inspectorates.Hosting.Store;

/// <summary>Bytes nobody can guess. A delegate, so that a test can say which.</summary>
internal delegate byte[] RandomBytes(int count);

/// <summary>Resource names. The last part is random: a counter would tell how much is hidden.</summary>
internal sealed class Names(IInspectorate inspectorate, RandomBytes random)
{
    private const int Length = 16;

    public string NewVerdict() => $"inspectorates/{inspectorate.Code}/verdicts/{Random()}";

    public string NewInspection() => $"inspectorates/{inspectorate.Code}/inspections/{Random()}";

    public string NewPosition() => $"inspectorates/{inspectorate.Code}/positions/{Random()}";

    /// <summary>A name of a further record.</summary>
    public string New(FurtherKind kind) => $"inspectorates/{inspectorate.Code}/{kind.Collection}/{Random()}";

    private string Random() => Convert.ToHexStringLower(random(Length));
}
