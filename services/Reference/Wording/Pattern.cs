using System.Globalization;

namespace Inspectorates.Reference.Wording;

/// <summary>
/// A phrase as the tables write it: words in order; <c>a/b</c> either word; <c>word*</c> its beginning, <c>*word</c> its
/// end; <c>...</c> up to five words between, <c>...2</c> up to two. Matches within one sentence.
/// </summary>
/// <remarks>No regular expression is involved. A phrase has at most two gaps of at most nine words, so the work at one
/// position of a text is bounded by the phrase and the whole is linear in the text.</remarks>
internal sealed class Pattern
{
    private const int DefaultGap = 5;
    private readonly Step[] _steps;

    private Pattern(string text, Step[] steps) => (Text, _steps) = (text, steps);

    /// <summary>The phrase as the table writes it.</summary>
    public string Text { get; }

    /// <summary>Compiles a phrase.</summary>
    /// <exception cref="FormatException">The phrase is empty, begins or ends with a gap, or has too many or too wide gaps.</exception>
    public static Pattern Parse(string text)
    {
        List<Step> steps = [];
        var gap = 0;
        var gaps = 0;
        foreach (var part in text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!part.StartsWith("...", StringComparison.Ordinal))
            {
                steps.Add(new Step(gap, [.. part.Split('/').Select(Word.Parse)]));
                gap = 0;
                continue;
            }
            gap = part.Length == 3 ? DefaultGap
                : int.TryParse(part[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is > 0 and < 10 ? width
                : throw new FormatException($"the gap '{part}' must be '...' or '...' and a digit from 1 to 9");
            gaps++;
            if (steps.Count == 0)
                throw new FormatException($"the phrase '{text}' begins with a gap");
        }
        if (steps.Count == 0)
            throw new FormatException("the phrase is empty");
        if (gap > 0 || gaps > 2)
            throw new FormatException($"the phrase '{text}' ends with a gap or has more than two");
        return new Pattern(text, [.. steps]);
    }

    /// <summary>Whether the phrase occurs in the sentence.</summary>
    public bool IsIn(IReadOnlyList<string> sentence)
    {
        for (var start = 0; start < sentence.Count; start++)
        {
            if (MatchesAt(sentence, start, 0))
                return true;
        }
        return false;
    }

    private bool MatchesAt(IReadOnlyList<string> sentence, int at, int step)
    {
        if (step == _steps.Length)
            return true;
        var furthest = Math.Min(at + _steps[step].Gap, sentence.Count - 1);
        for (var i = at; i <= furthest; i++)
        {
            if (_steps[step].Accepts(sentence[i]) && MatchesAt(sentence, i + 1, step + 1))
                return true;
        }
        return false;
    }

    private sealed record Step(int Gap, Word[] Either)
    {
        public bool Accepts(string stem)
        {
            foreach (var word in Either)
            {
                if (word.Accepts(stem))
                    return true;
            }
            return false;
        }
    }

    private sealed record Word(string Letters, bool OpenStart, bool OpenEnd)
    {
        public static Word Parse(string text)
        {
            var letters = text.Trim('*');
            if (letters.Length == 0 || letters.Contains('*', StringComparison.Ordinal))
                throw new FormatException($"the word '{text}' must have letters, and a star only at its beginning or end");
            var openStart = text.StartsWith('*');
            var openEnd = text.EndsWith('*');
            return new Word(openEnd ? letters : Words.Stem(letters), openStart, openEnd);
        }

        public bool Accepts(string stem) => (OpenStart, OpenEnd) switch
        {
            (false, false) => stem == Letters,
            (false, true) => stem.StartsWith(Letters, StringComparison.Ordinal),
            (true, false) => stem.EndsWith(Letters, StringComparison.Ordinal),
            _ => stem.Contains(Letters, StringComparison.Ordinal),
        };
    }
}
