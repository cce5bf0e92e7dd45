namespace Inspectorates.Hosting.Commands;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The service cannot start, cannot be reached, or does not believe the token.</summary>
    public const int Unreachable = 1;

    /// <summary>The record was verified and does not hold.</summary>
    public const int Broken = 1;

    /// <summary>The command line is wrong, or a file cannot be read as what it was said to be.</summary>
    public const int Usage = 2;

    /// <summary>A row was refused.</summary>
    public const int Refused = 3;
}
