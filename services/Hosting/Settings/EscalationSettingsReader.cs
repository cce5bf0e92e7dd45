using System.Globalization;
using Inspectorates.Hosting.Records;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads the ladder by which concerns are escalated.</summary>
internal static class EscalationSettingsReader
{
    /// <summary>The section it is in.</summary>
    public const string Section = "Escalation";

    private const string StepsKey = $"{Section}:Steps";
    private const string HoursKey = $"{Section}:ImmediateHours";
    private const int MostSteps = 20;
    private const int MostDays = 250;

    // Local escalation policies under Working Together have five steps within five working days, the partnership's board up to 14,
    // and an immediate route of 24 hours (docs/decisions/0200).
    private const string Usual = "practitioner 1, line-manager 1, service-manager 1, head-of-service 1, director 1, board 14";

    /// <summary>The settings' names.</summary>
    public static readonly string[] Known = [StepsKey, HoursKey];

    public static EscalationSettings Read(IConfiguration configuration, List<string> faults) =>
        new(StepsOf(configuration[StepsKey], faults), TimeSpan.FromHours(HoursOf(configuration[HoursKey], faults)));

    private static List<LadderRung> StepsOf(string? given, List<string> faults)
    {
        var steps = new List<LadderRung>();
        foreach (var part in (string.IsNullOrEmpty(given) ? Usual : given).Split(',', StringSplitOptions.TrimEntries))
            if (part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var holder, var days] && Codes.IsSlug(holder)
                && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostDays)
                steps.Add(new LadderRung(holder, number));
            else
                faults.Add($"{StepsKey}: '{part}' is no role with its working days, 1 to {MostDays}, such as 'director 1'.");
        if (steps.Count > MostSteps)
            faults.Add($"{StepsKey}: it has {steps.Count} steps; at most {MostSteps} are taken.");
        if (steps.DistinctBy(step => step.Holder).Count() < steps.Count)
            faults.Add($"{StepsKey}: a role is on it twice; a concern's holder says on which step it stands.");
        return steps;
    }

    private static int HoursOf(string? given, List<string> faults)
    {
        if (string.IsNullOrEmpty(given))
            return 24;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 720)
            return hours;
        faults.Add($"{HoursKey}: '{given}' is not a whole number of hours from 1 to 720.");
        return 24;
    }
}
