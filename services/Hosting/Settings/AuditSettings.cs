namespace Inspectorates.Hosting.Settings;

/// <summary>How the record is made checkable from outside, and whose records are witnessed.</summary>
/// <param name="CheckpointEvery">How often a checkpoint is signed where the log has grown.</param>
/// <param name="KeyFile">PEM file of the key that signs checkpoints; made if missing.</param>
/// <param name="Gateway">Address of the gateway's gRPC, through which others are asked; null: nobody is witnessed.</param>
/// <param name="WitnessEvery">How often others are asked.</param>
/// <param name="TokenFiles">Files with a token of each other inspectorate, by its code.</param>
internal sealed record AuditSettings(
    TimeSpan CheckpointEvery, string KeyFile, Uri? Gateway, TimeSpan WitnessEvery, IReadOnlyDictionary<string, string> TokenFiles);
