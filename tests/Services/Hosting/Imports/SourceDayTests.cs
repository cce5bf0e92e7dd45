using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Hosting.Imports;

public sealed class SourceDayTests
{
    [Theory]
    [InlineData("2024-12-09", "2024-12-09")]
    [InlineData("09/12/2024", "2024-12-09")]
    [InlineData("9/12/24", "2024-12-09")]
    [InlineData(" 9 December 2024 ", "2024-12-09")]
    [InlineData("9 Dec 2024", "2024-12-09")]
    [InlineData("2024-12-09 00:00:00", "2024-12-09")]
    public void The_forms_of_published_data_are_read(string text, string day)
    {
        Assert.True(SourceDay.TryRead(text, out var read));
        Assert.Equal(day, SourceDay.Iso(read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nan")]
    [InlineData("12/31/2024")]
    [InlineData("31/02/2024")]
    [InlineData("0001-01-01")]
    [InlineData("1999-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("45000")]
    public void Anything_else_is_no_day(string text) => Assert.False(SourceDay.TryRead(text, out _));
}
