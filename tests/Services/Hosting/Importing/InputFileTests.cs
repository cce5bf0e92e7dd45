using System.Globalization;
using Inspectorates.Hosting.Commands.Import;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Hosting.Importing;

public sealed class InputFileTests
{
    [Theory]
    [InlineData("2025-03-31", "2025-03-31")]
    [InlineData("2025-03", null)]
    public void The_day_of_an_edition_is_the_one_it_names(string edition, string? day) =>
        Assert.Equal(day, DayOf(edition)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void An_edition_named_by_a_day_to_come_was_public_today()
    {
        var day = DayOf("2199-12-31");

        Assert.NotNull(day);
        Assert.InRange(day.Value, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1), DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1));
    }

    private static DateOnly? DayOf(string edition)
    {
        var format = new Listening();
        InputFile.Read(format, "any.csv", edition);
        return format.File?.EditionDay;
    }

    private sealed class Listening : IImportFormat
    {
        public ImportFile? File { get; private set; }

        public string Name => "listening";

        public string Description => "Keeps what it was asked to read.";

        public IEnumerable<InputRecord> Read(ImportFile file)
        {
            File = file;
            return [];
        }
    }
}
