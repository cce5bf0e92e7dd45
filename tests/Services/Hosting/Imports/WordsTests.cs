using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Hosting.Imports;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Bath & North East Somerset", "bath and north east somerset")]
    [InlineData("Children\u2019s  services", "childrens services")]
    [InlineData("score_%", "score percent")]
    [InlineData("Stoke-on-Trent", "stoke on trent")]
    [InlineData("\u00a0Good\t", "good")]
    [InlineData("\u201cGood\u201d", "good")]
    [InlineData("...", "")]
    public void The_same_words_are_the_same_however_they_are_typed(string text, string key) => Assert.Equal(key, Words.Key(text));
}
