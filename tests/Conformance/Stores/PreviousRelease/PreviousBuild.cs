using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Conformance.Stores.PreviousRelease;

/// <summary>What the build before did to a store, by its own statements (statements.sql) in its own order.</summary>
internal sealed partial class PreviousBuild : IDisposable
{
    public const string Issuer = "urn:inspectorates:development:fictional";
    public const string Subject = "development-inspector@fictional";
    private const string Open = "9999-12-31";

    private readonly SqliteConnection connection;
    private readonly DateTimeOffset now;
    private readonly Dictionary<string, string> statements = Named().Matches(PreviousRelease.Text("statements.sql"))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());

    private readonly HashSet<string> used = [];

    public PreviousBuild(string file, DateTimeOffset now)
    {
        this.now = now;
        connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        foreach (var pragma in new[] { "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON" })
            Execute(pragma, []);
        Run("fact.seal.insert", ("$value", new byte[32]));
        First("fact.seal");
    }

    /// <summary>Statements that have not run yet.</summary>
    public IEnumerable<string> Unused => statements.Keys.Except(used);

    /// <summary>Whether a statement only reads.</summary>
    public bool Reads(string name) => statements[name].StartsWith("SELECT", StringComparison.Ordinal);

    /// <summary>Runs a statement with any values at all.</summary>
    public void RunWithAnything(string name) => Run(
        name, [.. Parameter().Matches(statements[name]).Select(match => match.Value).Distinct().Select(parameter => (parameter, (object?)Anything(parameter)))]);

    /// <summary>Records a verdict under a name and keeps the answer.</summary>
    public Verdict Record(RecordVerdictRequest request, string name)
    {
        var verdict = request.Verdict.Clone();
        verdict.Name = name;
        var recorded = Append(verdict, 1);
        Run(
            "request.insert", ("$id", request.RequestId), ("$fingerprint", FingerprintOf(request)),
            ("$response", new RecordVerdictResponse { Verdict = recorded }.ToByteArray()), ("$at", At));
        return recorded;
    }

    /// <summary>Appends a revision of a verdict.</summary>
    public Verdict Append(Verdict given, int revision)
    {
        var verdict = given.Clone();
        verdict.Inspectorate = "fictional";
        verdict.Revision = revision;
        verdict.RecordedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(now);
        var withdrawn = verdict.State == Verdict.Types.State.Withdrawn;
        var isPublic = verdict.State == Verdict.Types.State.Published || (withdrawn && (long)First("verdict.wasPublic", ("$name", verdict.Name))! == 1);
        var seq = AppendEntry("verdict", verdict.Name, revision, verdict.ToByteArray(), isPublic);
        var from = withdrawn || !isPublic ? Today : verdict.PublishedOn;
        Run("verdict.endOlder.staff", ("$from", from), ("$name", verdict.Name));
        if (isPublic)
            Run("verdict.endOlder.public", ("$from", from), ("$name", verdict.Name));
        Run(
            "verdict.insert",
            ("$name", verdict.Name), ("$revision", revision), ("$seq", seq), ("$withdrawn", withdrawn ? 1 : 0), ("$framework", verdict.Framework),
            ("$process", verdict.Process), ("$coding", (int)verdict.Coding), ("$inspection", verdict.Inspection), ("$key", verdict.InspectionKey),
            ("$sort", verdict.PublishedOn.Length > 0 ? verdict.PublishedOn : Today), ("$public_from", isPublic ? from : null),
            ("$public_until", isPublic ? Open : null), ("$staff_from", from), ("$staff_until", Open));
        foreach (var area in verdict.Footprint.Areas)
            Run("verdict.insertArea", ("$area", area), ("$name", verdict.Name), ("$revision", revision));
        return verdict;
    }

    /// <summary>Withdraws the latest revision, whoever may see it.</summary>
    public Verdict Withdraw(string name, string reason)
    {
        var verdict = Verdict.Parser.ParseFrom((byte[])First("verdict.find", ("$name", name))!);
        (verdict.State, verdict.RevisionReason) = (Verdict.Types.State.Withdrawn, reason);
        return Append(verdict, verdict.Revision + 1);
    }

    /// <summary>Records a source's record with its published inspection and the verdict that came of it.</summary>
    public Inspection Import(ImportedRecord record, string name, string key, string verdictName)
    {
        AppendEntry("import", record.SourceKey, 0, record.ToByteArray(), null);
        Run("import.set", ("$key", record.SourceKey), ("$inspection", name), ("$body", record.ToByteArray()));
        Run("import.setVerdict", ("$source", record.SourceKey), ("$key", "first"), ("$verdict", verdictName));
        var inspection = record.Inspection.Clone();
        (inspection.Name, inspection.Key, inspection.State, inspection.Inspectorate) = (name, key, Inspection.Types.State.Published, "fictional");
        var seq = AppendEntry("inspection", name, 1, inspection.ToByteArray(), true);
        Run("inspection.endOlder.staff", ("$from", inspection.PublishedOn), ("$name", name));
        Run("inspection.endOlder.public", ("$from", inspection.PublishedOn), ("$name", name));
        Run(
            "inspection.insert",
            ("$name", name), ("$revision", 1), ("$seq", seq), ("$key", key), ("$framework", inspection.Framework), ("$sort", inspection.Fieldwork.Start),
            ("$public_from", inspection.PublishedOn), ("$public_until", Open), ("$staff_from", inspection.PublishedOn), ("$staff_until", Open));
        foreach (var area in inspection.Footprint.Areas)
            Run("inspection.insertArea", ("$area", area), ("$name", name), ("$revision", 1));
        var verdict = record.Verdicts.Single().Verdict.Clone();
        (verdict.Name, verdict.Inspection, verdict.InspectionKey, verdict.State) = (verdictName, name, key, Verdict.Types.State.Published);
        Append(verdict, 1);
        return inspection;
    }

    /// <summary>What the public is shown of a verdict; null: nothing.</summary>
    public Verdict? ShownToAnybody(string name) =>
        First("verdict.get.public", ("$name", name), ("$open", Open)) is byte[] body ? Verdict.Parser.ParseFrom(body) : null;

    public void Dispose() => connection.Dispose();

    private string At => now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private string Today => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private long AppendEntry(string kind, string name, int revision, byte[] body, bool? isPublic)
    {
        var (last, previous) = Head();
        var seq = last + 1;
        string[] texts = [seq.ToString(CultureInfo.InvariantCulture), kind, name, revision.ToString(CultureInfo.InvariantCulture), At, Subject, Issuer, "inspector", "r"];
        Run(
            "entry.insert",
            ("$seq", seq), ("$kind", kind), ("$name", name), ("$revision", revision), ("$body", body), ("$at", At), ("$subject", Subject),
            ("$issuer", Issuer), ("$role", "inspector"), ("$request", RequestOf(name)), ("$previous", previous),
            ("$hash", LogChain.HashOf([previous, .. texts[..^1].Select(Encoding.UTF8.GetBytes), Encoding.UTF8.GetBytes(RequestOf(name)), body])));
        if (isPublic is { } shown)
            Run("change.insert", ("$seq", seq), ("$public", shown));
        return seq;
    }

    /// <summary>The request under which a name is written.</summary>
    public static string RequestOf(string name) => $"00000000-0000-4000-8000-{name[^12..]}";

    private (long Seq, byte[] Hash) Head()
    {
        used.Add("entry.head");
        using var command = Command(statements["entry.head"], []);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, new byte[32]);
    }

    private static byte[] FingerprintOf(IMessage request) =>
        System.Security.Cryptography.SHA256.HashData([.. Encoding.UTF8.GetBytes(request.Descriptor.FullName), 0, .. request.ToByteArray()]);

    private void Run(string name, params (string Name, object? Value)[] parameters)
    {
        used.Add(name);
        Execute(statements[name], parameters);
    }

    private object? First(string name, params (string Name, object? Value)[] parameters)
    {
        used.Add(name);
        using var command = Command(statements[name], parameters);
        return command.ExecuteScalar();
    }

    private void Execute(string sql, (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
        }
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of a file of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static object Anything(string parameter) => parameter switch
    {
        "$withdrawn" or "$coding" or "$place" or "$after" => 0,
        "$limit" => 10,
        "$day" or "$from" or "$to" or "$after_day" => "2026-06-15",
        _ => "anything",
    };

    [GeneratedRegex(@"^-- ([a-z]+\.[\w.]+)\n((?:(?!--).+\n?)+)", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Parameter();
}
