using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Fictional;

/// <summary>Lines of <c>area day grade</c>, with ways to be out of scope, refused, not understood by the service, or no such file.</summary>
public sealed class LinesFormat : IImportFormat
{
    public string Name => "lines";

    public string Description => "Lines of area, day and grade, such as X01 2025-03-01 fine";

    public IEnumerable<InputRecord> Read(ImportFile file)
    {
        using var reader = new StreamReader(file.Open());
        if (reader.ReadLine() != "area day grade")
            throw new UnreadableFileException($"{file.Path}:1: the first line is not 'area day grade'.");
        for (var line = 2; reader.ReadLine() is { } text; line++)
            yield return Row(line, text.Split(' '), file);
    }

    private static InputRecord Row(int line, string[] cells, ImportFile file) => cells switch
    {
        [var area, _, "elsewhere"] => new OutOfScopeRecord { Line = line, Label = area, Reason = "another country" },
        [var area, var day, var grade] => new FactsRecord { Line = line, Label = area, Records = [Record(area, day, grade, file)] },
        _ => new RefusedRecord { Line = line, Label = "", Faults = [new RowRemark("grade", "is missing; fine or poor would be right")] },
    };

    private static ImportedRecord Record(string area, string day, string grade, ImportFile file) => new()
    {
        SourceKey = $"fiction/{area}/{day}",
        Inspection = new Inspection
        {
            Kind = Inspection.Types.Kind.Single,
            Framework = "fiction",
            Footprint = new Footprint { Areas = { area } },
            Fieldwork = new DateRange { Start = day },
            PublishedOn = day,
            Source = new Provenance
            {
                Edition = file.Edition,
                EditionDay = file.EditionDay?.ToString("yyyy-MM-dd") ?? "",
                Authority = Provenance.Types.Authority.Official,
                Licence = "none",
            },
        },
        Verdicts =
        {
            new ImportedVerdict
            {
                Key = "overall",
                Verdict = new Verdict
                {
                    Framework = "fiction",
                    Judgement = "overall",
                    Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
                    Footprint = new Footprint { Areas = { area } },
                    Grade = new Grade { Code = grade },
                    PublishedOn = day,
                },
            },
        },
    };
}
