using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Code = Inspectorates.V1.IndicatorReading.Types.Code;

namespace Inspectorates.Local.Examples;

/// <summary>What an indicator of which nobody has stated an optimum came to in the fictional area, in one year a number too small to be told.</summary>
internal sealed class ExampleFigures(ExampleCalls calls, ExampleCast cast)
{
    public async Task PlayAsync()
    {
        var imported = await calls.Imports.ImportRecordsAsync(
            new()
            {
                Records = { Of("2023", "", Code.Confidential), Of("2024", "212"), Of("2025", "318") },
                RequestId = calls.Request("figures"),
            },
            calls.As(Roles.Inspector));
        if (imported.Outcomes.FirstOrDefault(outcome => outcome.Category == ImportOutcome.Types.Category.Refused) is { } refused)
            throw new ExampleException($"{calls.Inspectorate} refused {refused.SourceKey}: {refused.Explanation}");
    }

    private ImportedRecord Of(string period, string value, Code code = Code.Unspecified) => new()
    {
        SourceKey = $"fictional/{cast.Area}/{cast.Indicator}/{period}",
        IndicatorReading = new IndicatorReading
        {
            Indicator = cast.Indicator,
            Area = cast.Area,
            Period = period,
            PeriodEnd = $"{period}-03-31",
            Value = value,
            Code = code,
            Counted = true,
            Source = new Provenance { Edition = "fictional", Authority = Provenance.Types.Authority.Official },
        },
    };
}
