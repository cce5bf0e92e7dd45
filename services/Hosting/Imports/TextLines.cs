using System.Text;

namespace Inspectorates.Hosting.Imports;

/// <summary>The lines of a text file.</summary>
internal static class TextLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the lines without their ends, and without the byte-order mark.</summary>
    /// <exception cref="UnreadableFileException">It is not UTF-8 text.</exception>
    public static IReadOnlyList<string> Read(ImportFile file)
    {
        using var buffer = new MemoryStream();
        using (var content = file.Open())
            content.CopyTo(buffer);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);

        // Decoded line by line so that the message can say where; no UTF-8 sequence contains the byte of a line feed.
        var lines = new List<string>();
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range];
            if (lines.Count == 0 && line.StartsWith(Encoding.UTF8.Preamble))
                line = line[Encoding.UTF8.Preamble.Length..];
            lines.Add(Decode(file, line.TrimEnd((byte)'\r'), lines.Count + 1));
        }

        return lines;
    }

    private static string Decode(ImportFile file, ReadOnlySpan<byte> line, int number)
    {
        if (line.Contains((byte)0))
            throw new UnreadableFileException($"{file.Path}, line {number}: not a text file (it contains a zero byte); UTF-8 text was expected");
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new UnreadableFileException(
                $"{file.Path}, line {number}: not UTF-8 (byte {invalid.Index + 1} of the line); save the file as \"CSV UTF-8\"", invalid);
        }
    }
}
