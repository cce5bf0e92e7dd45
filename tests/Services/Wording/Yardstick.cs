using System.Text.Json;

namespace Inspectorates.Services.Tests.Wording;

/// <summary>A bullet coded by reading: where it stands, and what a reader said it is about. Its text stays in the reference data.</summary>
internal sealed record ReadBullet(string Area, string List, string Text, IReadOnlySet<string> Processes, IReadOnlySet<string> Subjects);

/// <summary>Bullets of joint letters coded by reading, the measure of coding by rule.</summary>
internal static class Yardstick
{
    /// <summary>The three letters coded by the readers of the reference data.</summary>
    public static IReadOnlyList<ReadBullet> GivenLetters() => Coded(Path.Combine(SharedOrSkip(), "data", "joint", "coded-bullets.csv"));

    /// <summary>Twelve other letters coded by us, before the terms were written, to develop the table on.</summary>
    public static IReadOnlyList<ReadBullet> OurLetters() => Coded(Path.Combine(Solution(), "tests", "Services", "Wording", "our-coded-bullets.csv"));

    /// <summary>Bullets in our own words on themes that no letter of the reference data has; needs nothing but this folder.</summary>
    public static IReadOnlyList<ReadBullet> OurWords() =>
    [
        .. File.ReadLines(Path.Combine(Solution(), "tests", "Services", "Wording", "bullets-in-our-words.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(" | "))
            .Select(cells => new ReadBullet("our words", "", cells[1], Several(cells[0].Trim()), new HashSet<string>())),
    ];

    /// <summary>Statements of published reports in paraphrase, each with the one process it was coded to.</summary>
    public static IReadOnlyList<(string Process, string Paraphrase)> Findings()
    {
        var lines = File.ReadAllLines(Path.Combine(SharedOrSkip(), "data", "joint", "coded-findings.csv"));
        var header = Cells(lines[0]);
        var process = header.IndexOf("process");
        var paraphrase = header.IndexOf("paraphrase");
        return [.. lines.Skip(1).Select(Cells).Select(row => (row[process], row[paraphrase]))];
    }

    private static List<ReadBullet> Coded(string path)
    {
        var letters = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedOrSkip(), "data", "joint", "jtai_letters.json")))
            .RootElement.EnumerateArray().ToDictionary(letter => letter.GetProperty("area").GetString()!);
        return [.. File.ReadLines(path).Skip(1).Select(Cells).Select(row => new ReadBullet(
            row[0], row[1],
            letters[row[0]].GetProperty(row[1])[int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)].GetString()!,
            Several(row[3]), Several(row[4])))];
    }

    private static HashSet<string> Several(string cell) => [.. cell.Split(';', StringSplitOptions.RemoveEmptyEntries)];

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                quoted = !quoted;
            if (i < line.Length && (line[i] != ',' || quoted))
                continue;
            cells.Add(line[start..i].Trim('"'));
            start = i + 1;
        }
        return cells;
    }

    private static string SharedOrSkip()
    {
        var shared = Environment.GetEnvironmentVariable("INSPECTORATES_SHARED") ?? Path.Combine(Solution(), "..", "shared");
        var there = File.Exists(Path.Combine(shared, "data", "joint", "jtai_letters.json"));
        const string Reason = "the joint letters of the reference data are not here: set INSPECTORATES_SHARED to the folder that holds data/joint";
        if (Environment.GetEnvironmentVariable("INSPECTORATES_TESTS") == "all")
            Assert.True(there, Reason);
        Assert.SkipUnless(there, Reason);
        return shared;
    }

    private static string Solution()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Inspectorates.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no Inspectorates.sln above {AppContext.BaseDirectory}");
    }
}
