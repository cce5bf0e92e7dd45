using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted.Frameworks;

namespace Inspectorates.Ofsted.Imports;

/// <summary>The columns of Ofsted's official tables, as the 2025 edition spells them and as others did.</summary>
internal static class OutcomeColumns
{
    public static readonly CsvColumn Link = new("Web link", "Weblink", "Link", "Report link", "URL", "Link to report") { Required = false };

    public static readonly CsvColumn Gss = new(
        "Local authority area code", "Local authority code", "Local authority ONS code", "LA area code", "LA code", "ONS code",
        "ONS area code", "GSS code", "Area code");

    public static readonly CsvColumn Name = new("Local authority name", "Local authority", "LA name", "LA");

    public static readonly CsvColumn Status = new("Local authority status", "LA status", "Status") { Required = false };

    public static readonly CsvColumn Start = new(
        "Inspection date", "Date of inspection", "Inspection start date", "Start date", "Inspection start", "Date of latest inspection",
        "Latest inspection date", "First day of inspection");

    public static readonly CsvColumn Published = new(
        "Publication date", "Date of publication", "Date published", "Published date", "Published", "Report publication date");

    public static readonly CsvColumn Type = new("Inspection type", "Type of inspection", "Event type", "Type") { Required = false };

    public static readonly CsvColumn Theme = new("Theme", "Theme of visit", "Focus of visit", "Focus", "Topic") { Required = false };

    private static readonly CsvColumn Overall = new("Overall effectiveness", "Overall effectiveness judgement", "Overall judgement", "Overall");

    private static readonly CsvColumn Leaders = new(
        "The impact of leaders on social work practice with children and families",
        "Impact of leaders on social work practice with children and families", "Impact of leaders");

    private static readonly CsvColumn Help = new(
        "The experiences and progress of children who need help and protection",
        "Experiences and progress of children who need help and protection", "Children who need help and protection", "Help and protection");

    /// <summary>The one judgement of the time before 2023, where an edition has a column of its own for it.</summary>
    private static readonly CsvColumn InCareAndLeavers = new(
        "The experiences and progress of children in care and care leavers",
        "Experiences and progress of children in care and care leavers", "Children in care and care leavers")
    { Required = false };

    private static readonly CsvColumn InCare = new(
        "The experiences and progress of children in care", "Experiences and progress of children in care", "Children in care", "In care")
    {
        Alternative = InCareAndLeavers,
    };

    private static readonly CsvColumn CareLeavers = new(
        "The experiences and progress of care leavers", "Experiences and progress of care leavers", "Care leavers")
    { Required = false };

    public static readonly IReadOnlyList<CsvColumn> All =
        [Link, Gss, Name, Status, Start, Published, Type, Theme, Overall, Leaders, Help, InCare, InCareAndLeavers, CareLeavers];

    /// <summary>The cells with grades, by judgement.</summary>
    public static IEnumerable<(string Judgement, string Column, string Text)> GradesOf(CsvRow row) =>
    [
        (IlacsJudgements.Overall, Overall.Name, row[Overall]),
        (IlacsJudgements.Leaders, Leaders.Name, row[Leaders]),
        (IlacsJudgements.HelpAndProtection, Help.Name, row[Help]),
        (IlacsJudgements.InCare, InCare.Name, row[InCare] is { Length: > 0 } inCare ? inCare : row[InCareAndLeavers]),
        (IlacsJudgements.CareLeavers, CareLeavers.Name, row[CareLeavers]),
    ];
}
