using System.Globalization;
using System.Text;
using Inspectorates.Reference.Wording;

namespace Inspectorates.Services.Tests.Wording;

/// <summary>Codes found by rule against codes found by reading: hits, false alarms and misses, for each code and in all.</summary>
internal sealed class Score
{
    private readonly SortedDictionary<string, (int Hit, int False, int Missed)> _codes = new(StringComparer.Ordinal);

    public static Score Of(IEnumerable<ReadBullet> bullets, Func<ReadBullet, Coding> code)
    {
        var score = new Score();
        foreach (var bullet in bullets)
            score.Add(bullet.Processes, code(bullet).Processes.ToHashSet());
        return score;
    }

    public static Score OfSubjects(IEnumerable<ReadBullet> bullets, Func<ReadBullet, Coding> code)
    {
        var score = new Score();
        foreach (var bullet in bullets)
            score.Add(bullet.Subjects, code(bullet).Subjects.Select(subject => subject.Code).ToHashSet());
        return score;
    }

    /// <summary>Of the codes found by rule, the share found by reading; 1 where none was found.</summary>
    public double Precision => Share(Total.Hit, Total.False);

    /// <summary>Of the codes found by reading, the share found by rule; 1 where there are none.</summary>
    public double Recall => Share(Total.Hit, Total.Missed);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (code, (hit, wrong, missed)) in _codes)
            text.AppendLine(Line(code, hit, wrong, missed));
        return text.Append(Line("all together", Total.Hit, Total.False, Total.Missed)).ToString();
    }

    private (int Hit, int False, int Missed) Total =>
        (_codes.Values.Sum(code => code.Hit), _codes.Values.Sum(code => code.False), _codes.Values.Sum(code => code.Missed));

    private static double Share(int hit, int other) => hit + other == 0 ? 1 : (double)hit / (hit + other);

    private static string Line(string code, int hit, int wrong, int missed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{code,-34} precision {Share(hit, wrong):0.00}  recall {Share(hit, missed):0.00}  ({hit} hit, {wrong} false, {missed} missed)");

    private void Add(IReadOnlySet<string> read, HashSet<string> found)
    {
        foreach (var code in read.Union(found))
        {
            var (hit, wrong, missed) = _codes.GetValueOrDefault(code);
            _codes[code] = (read.Contains(code), found.Contains(code)) switch
            {
                (true, true) => (hit + 1, wrong, missed),
                (false, _) => (hit, wrong + 1, missed),
                _ => (hit, wrong, missed + 1),
            };
        }
    }
}
