using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>Self-descriptions, verdicts and inspections as inspectorates would give them.</summary>
public static class Facts
{
    public const string Area = "926";

    public static Inspectorate Describe(string code, params string[] processes) => new()
    {
        Name = $"inspectorates/{code}",
        Code = code,
        Label = $"Inspectorate {code.ToUpperInvariant()}",
        WordForVerdict = "judgement",
        Processes = { processes.Length == 0 ? ["strategy-discussion", "icpc"] : processes },
        Frameworks =
        {
            new Framework
            {
                Code = $"{code}-framework",
                Label = $"Framework of {code}",
                Version = "1",
                State = Framework.Types.State.InForce,
                Mode = Framework.Types.Mode.SingleAgency,
                Grades = { Grades },
                Processes = { processes.Length == 0 ? ["strategy-discussion", "icpc"] : processes },
                Judgements =
                {
                    new Judgement { Code = "overall", Label = "How well <children> are helped", Headline = true, Processes = { "icpc" } },
                },
                Inspectorates = { code },
            },
        },
        ProgramVersion = "0.1.0",
    };

    public static Verdict Verdict(
        string code, string process, string grade, string area = Area, string fieldwork = "2024-06-10", string aspect = "whole",
        int number = 1) => new()
        {
            Name = $"inspectorates/{code}/verdicts/{process}-{area}-{number}",
            Inspectorate = code,
            Authors = { code },
            Inspection = $"inspectorates/{code}/inspections/{area}-{fieldwork}",
            InspectionKey = $"{code}-framework/{area}/{fieldwork}",
            Framework = $"{code}-framework",
            FrameworkVersion = "1",
            Process = process,
            Aspect = aspect,
            Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
            Footprint = new Footprint { Areas = { area } },
            Grade = Grades.Single(known => known.Code == grade),
            Standing = Grades.Single(known => known.Code == grade).Standing,
            Text = $"What {code} found & wrote <b>down</b>.",
            Fieldwork = new DateRange { Start = fieldwork, End = fieldwork },
            State = V1.Verdict.Types.State.Published,
            PublishedOn = fieldwork,
            Coding = V1.Verdict.Types.Coding.ByInspectorate,
            Source = new Provenance
            {
                Uri = $"https://example.org/{code}/{area}",
                Edition = "test",
                Licence = "OGL-UK-3.0",
                Authority = Provenance.Types.Authority.Official,
            },
            Revision = 1,
            Etag = "1",
        };

    public static Verdict Judgement(string code, string grade, string area = Area, string fieldwork = "2024-06-10")
    {
        var verdict = Verdict(code, "", grade, area, fieldwork);
        verdict.Name = $"inspectorates/{code}/verdicts/overall-{area}";
        verdict.Aspect = "";
        verdict.Judgement = "overall";
        return verdict;
    }

    public static Inspection Inspection(string code, string area = Area, string fieldwork = "2024-06-10") => new()
    {
        Name = $"inspectorates/{code}/inspections/{area}-{fieldwork}",
        Key = $"{code}-framework/{area}/{fieldwork}",
        Inspectorate = code,
        Kind = V1.Inspection.Types.Kind.Single,
        State = V1.Inspection.Types.State.Published,
        Framework = $"{code}-framework",
        FrameworkVersion = "1",
        Footprint = new Footprint { Areas = { area } },
        Fieldwork = new DateRange { Start = fieldwork, End = fieldwork },
        PublishedOn = fieldwork,
        Etag = "1",
    };

    /// <summary>A verdict with three versions, the last of them a tombstone; its name.</summary>
    public static string Withdrawn(ScriptedInspectorate inspectorate)
    {
        var first = Verdict(inspectorate.Code, "icpc", "weak");
        first.State = V1.Verdict.Types.State.Superseded;
        first.RecordedAt = Timestamp.FromDateTime(new DateTime(2024, 6, 10, 9, 0, 0, DateTimeKind.Utc));
        var second = Verdict(inspectorate.Code, "icpc", "good");
        (second.Revision, second.RevisionReason) = (2, "The grade was misprinted.");
        second.RecordedAt = Timestamp.FromDateTime(new DateTime(2024, 7, 1, 9, 30, 0, DateTimeKind.Utc));
        var third = second.Clone();
        (third.Revision, third.RevisionReason, third.State) = (3, "Recorded for the wrong area.", V1.Verdict.Types.State.Withdrawn);
        third.RecordedAt = Timestamp.FromDateTime(new DateTime(2024, 12, 24, 17, 0, 0, DateTimeKind.Utc));
        inspectorate.Revisions[first.Name] = [first, second, third];
        return first.Name;
    }

    private static Grade[] Grades =>
    [
        new() { Code = "good", Label = "Good", Standing = Grade.Types.Standing.Meets },
        new() { Code = "weak", Label = "Weak", Standing = Grade.Types.Standing.FallsShort },
        new() { Code = "bad", Label = "Bad", Standing = Grade.Types.Standing.Fails },
    ];
}
