using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;
using static Inspectorates.V1.Indicator.Types;

namespace Inspectorates.Services.Tests.Ofsted;

public sealed class IndicatorRegistryTests
{
    private static readonly IReadOnlyList<Indicator> Registry = new OfstedInspectorate().Indicators;

    // The measures of the Department for Education's tool that indicators of the registry are.
    private static readonly (string Indicator, string Measure)[] InTheTool =
    [
        ("referrals", "CPP_Total_NumRef"), ("re-referrals-within-12-months", "ReReferral"), ("referrals-no-further-action", "CIN_Refferals_NFA"),
        ("referrals-not-in-need", "Referrals_AssessedNotNeed"), ("assessments-within-45-working-days", "Continue_Assess_Comp"),
        ("initial-conferences-within-15-working-days", "CP_conf_15days"), ("social-workers-agency", "Work_Force_Agecy_Rate"),
        ("care-leavers-suitable-accommodation", "CareLeaverAcc"),
    ];

    private static Indicator Find(string code) => Registry.Single(indicator => indicator.Code == code);

    [Fact]
    public void F17_of_common_assessment_frameworks_completed_nobody_has_stated_what_number_is_optimal()
    {
        var indicator = Find("early-help-assessments-completed");

        Assert.Equal("Common assessment frameworks completed", indicator.FormerLabel);
        Assert.Equal(
            (Indicator.Types.Type.Activity, Direction.NoDirectionStated, OptimumState.NoneStated, "", ""),
            (indicator.Type, indicator.Direction, indicator.OptimumState, indicator.Optimum, indicator.DecidedBy));
        Assert.Equal(["early-help-assessment"], indicator.Processes);
    }

    [Fact]
    public void F17_the_direction_is_the_polarity_of_the_departments_tool_and_a_hyphen_states_none()
    {
        var (measure, polarity) = (new CsvColumn("measure_short"), new CsvColumn("polarity"));
        var tool = CsvTable.Read(Given.Shared("indicators/lait_measures.csv"), [measure, polarity]).ToDictionary(row => row[measure], row => row[polarity]);

        Assert.All(InTheTool, pair => Assert.Equal(
            tool[pair.Measure] switch { "High" => Direction.Higher, "Low" => Direction.Lower, "-" => Direction.NoDirectionStated, var other => throw new InvalidDataException(other) },
            Find(pair.Indicator).Direction));
        Assert.All(
            InTheTool.Where(pair => tool[pair.Measure] == "-"),
            pair => Assert.Equal(OptimumState.NoneStated, Find(pair.Indicator).OptimumState));
    }
}
