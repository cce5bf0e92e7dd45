using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Joint;

/// <summary>What all four make of one file.</summary>
internal static class AllFour
{
    public static readonly IReadOnlyList<string> Codes = ["cqc", "hmi-probation", "hmic", "ofsted"];

    /// <summary>The input records of each, by code.</summary>
    public static Dictionary<string, List<InputRecord>> Read(Func<string, IImportFormat> format, Func<ImportFile> file) =>
        Codes.ToDictionary(code => code, code => format(code).Read(file()).ToList());

    /// <summary>Everything recorded, with whose record it is in.</summary>
    public static List<(string Inspectorate, ImportedRecord Record)> Recorded(this Dictionary<string, List<InputRecord>> read) =>
        [.. read.SelectMany(one => one.Value.OfType<FactsRecord>().SelectMany(facts => facts.Records), (one, record) => (one.Key, record))];

    /// <summary>Every verdict kept, with whose record it is in.</summary>
    public static List<(string Inspectorate, ImportedRecord Record, ImportedVerdict Verdict)> Kept(this Dictionary<string, List<InputRecord>> read) =>
        [.. read.Recorded().SelectMany(one => one.Record.Verdicts, (one, verdict) => (one.Inspectorate, one.Record, verdict))];
}
