namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>The columns of coded findings.</summary>
internal static class CodedFindingColumns
{
    public static readonly CsvColumn Id = new("id");
    public static readonly CsvColumn AreaName = new("area_name");
    public static readonly CsvColumn DfeCode = new("dfe_la_code");
    public static readonly CsvColumn Inspectorate = new("inspectorate");
    public static readonly CsvColumn Joint = new("joint");
    public static readonly CsvColumn Framework = new("framework");
    public static readonly CsvColumn Process = new("process");
    public static readonly CsvColumn Aspect = new("aspect");
    public static readonly CsvColumn Subject = new("subject");
    public static readonly CsvColumn Grade = new("grade");
    public static readonly CsvColumn Standing = new("standing");
    public static readonly CsvColumn FieldworkStart = new("fieldwork_start");
    public static readonly CsvColumn FieldworkEnd = new("fieldwork_end");
    public static readonly CsvColumn Published = new("published");
    public static readonly CsvColumn Document = new("source_document") { Required = false };
    public static readonly CsvColumn Page = new("page_or_section") { Required = false };
    public static readonly CsvColumn Paraphrase = new("paraphrase") { Required = false };

    public static readonly IReadOnlyList<CsvColumn> All =
    [
        Id, AreaName, DfeCode, Inspectorate, Joint, Framework, Process, Aspect, Subject, Grade, Standing,
        FieldworkStart, FieldworkEnd, Published, Document, Page, Paraphrase,
    ];
}
