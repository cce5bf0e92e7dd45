using Inspectorates.Reference.Wording;

namespace Inspectorates.Services.Tests.Wording;

public class PatternTests
{
    [Theory]
    [InlineData("strategy meeting/discussion", "Two strategy discussions were late", true)]
    [InlineData("strategy meeting/discussion", "Strategy and meetings", false)]
    [InlineData("shar* ...2 information", "sharing of the information", true)]
    [InlineData("shar* ...2 information", "sharing of all of the information", false)]
    [InlineData("shar* ... information", "Nothing is shared. Information is late", false)]
    [InlineData("child voice", "the children’s voices", true)]
    [InlineData("*scp", "the BSCP decides", true)]
    [InlineData("co-located", "co located", true)]
    [InlineData("a ...1 b ...1 c", "a a x b x c", true)]
    [InlineData("agency", "AGENCIES’ work", true)]
    public void A_phrase_is_found_as_written(string phrase, string text, bool found) =>
        Assert.Equal(found, Words.Sentences(text).Any(Pattern.Parse(phrase).IsIn));

    [Fact]
    public void Typesetting_marks_do_not_split_or_join_words() =>
        Assert.Equal(
            [["speciﬁc".Replace("ﬁ", "fi", StringComparison.Ordinal), "plan"], ["next"]],
            Words.Sentences("spe\u00ADciﬁc plans. \u25FC Next!"));
}
