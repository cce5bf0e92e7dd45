using Inspectorates.Gateway.Joint;

namespace Inspectorates.Gateway.Tests.Joint;

public sealed class WordsTests
{
    [Theory]
    [InlineData("The joint inspection", "the joint inspection")]
    [InlineData("Thetford", "Thetford")]
    [InlineData("Red Commission", "Red Commission")]
    [InlineData("", "")]
    public void A_name_keeps_its_capitals_inside_a_sentence_but_for_the_article(string name, string inside) =>
        Assert.Equal(inside, Words.NameInSentence(name));

    [Theory]
    [InlineData("Focused visit", "focused visit")]
    [InlineData("ABC inspection", "ABC inspection")]
    [InlineData("a", "a")]
    [InlineData("", "")]
    public void A_label_begins_small_inside_a_sentence_but_an_abbreviation_does_not(string label, string inside) =>
        Assert.Equal(inside, Words.InSentence(label));

    [Theory]
    [InlineData("the joint inspection", "The joint inspection")]
    [InlineData("The joint inspection", "The joint inspection")]
    [InlineData("", "")]
    public void A_sentence_begins_large(string words, string start) => Assert.Equal(start, Words.AtStart(words));

    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(1, "1 day")]
    [InlineData(2, "2 days")]
    public void One_is_said_of_one_only(int count, string said) => Assert.Equal(said, Words.Count(count, "day"));

    [Fact]
    public void Lists_end_with_and()
    {
        Assert.Equal("", Words.List([]));
        Assert.Equal("a", Words.List(["a"]));
        Assert.Equal("a and b", Words.List(["a", "b"]));
        Assert.Equal("a, b and c", Words.List(["a", "b", "c"]));
    }
}
