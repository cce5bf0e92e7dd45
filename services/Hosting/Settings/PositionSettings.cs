namespace Inspectorates.Hosting.Settings;

/// <summary>How positions on differences are kept blind and shown.</summary>
/// <param name="Gateway">The gateway through which other inspectorates are asked; null: nobody can be asked.</param>
/// <param name="AskEvery">How often others are asked for their commitments.</param>
/// <param name="WorkingDays">After how many working days a position is shown in any case.</param>
/// <param name="Keys">The keys of the other inspectorates by their codes, each SubjectPublicKeyInfo in DER.</param>
internal sealed record PositionSettings(
    Uri? Gateway, TimeSpan AskEvery, int WorkingDays, IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Keys);
