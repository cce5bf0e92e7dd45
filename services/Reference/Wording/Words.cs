using System.Text;

namespace Inspectorates.Reference.Wording;

/// <summary>A bullet's text as sentences of plain word stems, the only form in which wording is compared.</summary>
internal static class Words
{
    /// <summary>
    /// Splits text into sentences and each sentence into stems: lower case, quotation marks and possessives gone,
    /// a hyphen is a space, a plural is its singular. Empty text gives no sentences. Never throws, lone surrogates included.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Sentences(string text)
    {
        List<IReadOnlyList<string>> sentences = [];
        List<string> words = [];
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (c is 'ﬁ')
                word.Append("fi");
            else if (c is 'ﬂ')
                word.Append("fl");
            else if (IsApostrophe(c) && word.Length > 0)
                word.Append('\'');
            else if (char.IsLetter(c))
                word.Append(char.ToLowerInvariant(c));
            // A soft hyphen or zero-width mark is a typesetter's, inside the word.
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF'))
            {
                EndWord(word, words);
                if (EndsSentence(text, i))
                    EndSentence(ref words, sentences);
            }
        }
        EndWord(word, words);
        EndSentence(ref words, sentences);
        return sentences;
    }

    /// <summary>The stem of one lower-case word. Crude, but the same on both sides of every comparison.</summary>
    public static string Stem(string word)
    {
        // A possessive loses its ending, any other mark only itself.
        if (word.EndsWith("'s", StringComparison.Ordinal))
            word = word[..^2];
        word = word.Replace("'", "", StringComparison.Ordinal);
        return word switch
        {
            "children" => "child",
            _ when word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
            _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
            _ when word.Length < 3 || !word.EndsWith('s') || word[^2] is 's' or 'u' or 'i' => word,
            _ => word[..^1],
        };
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '＇';

    private static bool EndsSentence(string text, int i) =>
        text[i] is '◼' or '■' or '•' or '−'
        || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));

    private static void EndWord(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
            return;
        var stem = Stem(word.ToString());
        word.Clear();
        if (stem.Length > 0)
            words.Add(stem);
    }

    private static void EndSentence(ref List<string> words, List<IReadOnlyList<string>> sentences)
    {
        if (words.Count == 0)
            return;
        sentences.Add(words);
        words = [];
    }
}
