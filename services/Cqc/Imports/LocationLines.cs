using System.Text;
using System.Text.Json;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Cqc.Imports;

/// <summary>A line of the file: a location, or why it is none.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Body">The location; null where <paramref name="Unreadable"/> says why there is none.</param>
/// <param name="Unreadable">What to hand on in its place.</param>
internal sealed record LocationLine(int Number, LocationBody? Body, InputRecord? Unreadable);

/// <summary>Reads JSON lines, one location each.</summary>
internal static class LocationLines
{
    private const string Expected = "one location body of CQC's API per line (ndjson) was expected";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the lines that are not blank, in file order.</summary>
    /// <exception cref="UnreadableFileException">Empty, not text, one JSON array, or no line of it is a JSON object.</exception>
    public static IReadOnlyList<LocationLine> Read(ImportFile file)
    {
        (int Number, string Text)[] lines = [.. Text(file).Split('\n')
            .Select((text, at) => (Number: at + 1, Text: text.Trim())).Where(line => line.Text.Length > 0)];
        if (lines.Length == 0)
            throw new UnreadableFileException($"{file.Path}: the file is empty; {Expected}");
        if (lines[0].Text[0] == '[')
            throw new UnreadableFileException($"{file.Path}, line {lines[0].Number}: a JSON array begins here; {Expected} (jq -c '.[]' makes it)");

        LocationLine[] read = [.. lines.Select(line => Parse(line.Number, line.Text))];
        if (read.All(line => line.Unreadable is RefusedRecord { Faults: [{ Column: "" }, ..] }))
            throw new UnreadableFileException(
                $"{file.Path}, line {read[0].Number}: {((RefusedRecord)read[0].Unreadable!).Faults[0].Reason}, and no other line is a JSON object; {Expected}");
        return read;
    }

    private static LocationLine Parse(int number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Refused("", $"a JSON {document.RootElement.ValueKind.ToString().ToLowerInvariant()}, not an object");

            var body = document.RootElement.Deserialize<LocationBody>(Json)!;
            if (body.LocationId is { Length: > 0 })
                return new LocationLine(number, body, null);
            return body.ProviderId is { Length: > 0 }
                ? new LocationLine(number, null, new OutOfScopeRecord
                {
                    Line = number,
                    Label = body.ProviderId,
                    Reason = "a provider body; services for children are rated in location bodies, so only these are read",
                })
                : Refused("locationId", "missing; a location body has one, such as \"1-545296200\"");
        }
        catch (JsonException fault) when (fault.Path is { Length: > 0 } path)
        {
            return Refused(path, "not of the type a location body has there");
        }
        catch (JsonException fault)
        {
            return Refused("", $"not well-formed JSON at byte {fault.BytePositionInLine + 1} of the line");
        }

        LocationLine Refused(string column, string reason) => new(
            number, null, new RefusedRecord { Line = number, Label = "", Faults = [new RowRemark(column, reason)] });
    }

    private static string Text(ImportFile file)
    {
        using var content = file.Open();
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            var text = reader.ReadToEnd();
            var zero = text.IndexOf('\0', StringComparison.Ordinal);
            return zero < 0
                ? text
                : throw new UnreadableFileException($"{file.Path}, line {text.AsSpan(0, zero).Count('\n') + 1}: not a text file (it contains a zero byte); {Expected}");
        }
        catch (DecoderFallbackException invalid)
        {
            throw new UnreadableFileException($"{file.Path}: not UTF-8 text; {Expected}", invalid);
        }
    }
}
