using System.Text.Json;
using Google.Protobuf;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Conformance.Stores.PreviousRelease;

/// <summary>A store of the release before: script 0001 alone, with rows its own program wrote, and what that program answered.</summary>
internal static class PreviousRelease
{
    private const string FirstScript = "Inspectorates.Hosting.Store.Sqlite.Scripts.0001-record.sql";

    /// <summary>The day on which it gave the answers.</summary>
    public static readonly DateTimeOffset Answered = new(2026, 6, 17, 14, 0, 0, TimeSpan.Zero);

    public static byte[] Script(string name)
    {
        using var stream = typeof(Hosting.InspectorateHost).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The SHA-256 of a script.</summary>
    public static string HashOf(string name) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Script(name)));

    public static void Make(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run(System.Text.Encoding.UTF8.GetString(Script(FirstScript)));
        Run(Text("rows.sql"));

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Files of this folder.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Reads and what they were answered; null: there was nothing to see.</summary>
    public static IEnumerable<Exchange> Answers => Exchanges("answers.jsonl");

    /// <summary>Writes and what they were answered.</summary>
    public static IEnumerable<Exchange> Requests => Exchanges("requests.jsonl");

    /// <summary>When a write was recorded.</summary>
    public static DateTimeOffset WrittenAt(IMessage request)
    {
        var id = (string)request.Descriptor.FindFieldByName("request_id").Accessor.GetValue(request);
        var row = Text("rows.sql").Split('\n').Single(line => line.StartsWith($"INSERT INTO \"request\" VALUES('{id}'", StringComparison.Ordinal));
        return DateTimeOffset.Parse(row.Split('\'')[^2], System.Globalization.CultureInfo.InvariantCulture);
    }

    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(PreviousRelease).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<Exchange> Exchanges(string name)
    {
        foreach (var line in Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var read = JsonDocument.Parse(line);
            var (request, answer) = (read.RootElement.GetProperty("request"), read.RootElement.GetProperty("answer"));
            var kind = request.GetProperty("@type").GetString()!;
            yield return new Exchange(
                read.RootElement.GetProperty("who").GetString()!,
                Parse(kind, request),
                answer.ValueKind == JsonValueKind.Null ? null : Parse(kind.Replace("Request", "Response", StringComparison.Ordinal), answer));
        }
    }

    private static IMessage Parse(string kind, JsonElement json)
    {
        var file = new[] { VerdictServiceReflection.Descriptor, InspectionServiceReflection.Descriptor, ChangeServiceReflection.Descriptor, ImportServiceReflection.Descriptor };
        var descriptor = file.SelectMany(one => one.MessageTypes).Single(message => message.FullName == kind);
        return new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true)).Parse(json.GetRawText(), descriptor);
    }
}

/// <summary>A call and its answer.</summary>
/// <param name="Who">The role; empty: anonymous.</param>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer; null: it was not found.</param>
internal sealed record Exchange(string Who, IMessage Request, IMessage? Answer)
{
    /// <summary>Calls a service with the request.</summary>
    public async Task<IMessage?> RepeatAsync(RunningService service)
    {
        var headers = Who.Length == 0 ? [] : service.As(Who);
        try
        {
            return Request switch
            {
                ListChangesRequest request => await service.Changes.ListChangesAsync(request, headers),
                GetVerdictRequest request => await service.Verdicts.GetVerdictAsync(request, headers),
                ListVerdictRevisionsRequest request => await service.Verdicts.ListVerdictRevisionsAsync(request, headers),
                ListVerdictsRequest request => await service.Verdicts.ListVerdictsAsync(request, headers),
                GetInspectionRequest request => await service.Inspections.GetInspectionAsync(request, headers),
                ListInspectionsRequest request => await service.Inspections.ListInspectionsAsync(request, headers),
                RecordVerdictRequest request => await service.Verdicts.RecordVerdictAsync(request, headers),
                BatchRecordVerdictsRequest request => await service.Verdicts.BatchRecordVerdictsAsync(request, headers),
                SupersedeVerdictRequest request => await service.Verdicts.SupersedeVerdictAsync(request, headers),
                WithdrawVerdictRequest request => await service.Verdicts.WithdrawVerdictAsync(request, headers),
                CreateInspectionRequest request => await service.Inspections.CreateInspectionAsync(request, headers),
                ImportRecordsRequest request => await service.Imports.ImportRecordsAsync(request, headers),
                _ => throw new ArgumentException(Request.Descriptor.FullName),
            };
        }
        catch (Grpc.Core.RpcException fault) when (fault.StatusCode == Grpc.Core.StatusCode.NotFound)
        {
            return null;
        }
    }
}
