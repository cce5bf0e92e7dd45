using System.Globalization;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.Reference;
using Inspectorates.V1;
using Responsibility = Inspectorates.Joint.V1.Responsibility;

namespace Inspectorates.Gateway.Answering;

/// <summary>Answers who is responsible for a process on a day, from the reference data: no inspectorate is asked.</summary>
internal sealed class ResponsibilityQuestions(TimeProvider time)
{
    /// <exception cref="RefusedException">The process or the day is wrong.</exception>
    public ListResponsibilitiesResponse List(ListResponsibilitiesRequest request)
    {
        if (request.Process.Length > 0 && !ProcessCatalogue.England.TryFind(request.Process, out _))
            throw new RefusedException(ErrorReason.ProcessUnknown, "The process is not in the catalogue, such as strategy-discussion.") { Field = "process" };
        var day = Day(request.Day);
        return new()
        {
            Day = Days.Iso(day),
            Processes =
            {
                ProcessCatalogue.England.All
                    .Where(process => request.Process.Length == 0 || process.Code == request.Process)
                    .Select(process => Write(process, day)),
            },
        };
    }

    /// <summary>Who is responsible for a process on a day, as records of the contract.</summary>
    public static IReadOnlyList<Responsibility> On(string process, DateOnly day) =>
    [
        .. Responsibilities.England.On(process, day).Select(one => new Responsibility
        {
            Process = one.Process,
            Role = (Responsibility.Types.Role)(1 + (int)one.Role),
            AgencyKind = one.Kind,
            Label = Label(one.Kind),
            From = one.From is { } from ? Days.Iso(from) : "",
            Until = one.Until is { } until ? Days.Iso(until) : "",
            LegalReference = one.LegalReference ?? "",
            Note = one.Note ?? "",
            Unverified = one.LegalReference is not null && !one.Verified,
        }),
    ];

    private static ProcessResponsibilities Write(Process process, DateOnly day)
    {
        var all = On(process.Code, day);
        return new()
        {
            Process = process.Code,
            Term = process.Term,
            Responsibilities = { all },
            Sentence = all.Count == 0 ? "Who is responsible on that day is not known." : ResponsibilitySentences.Of(all),
        };
    }

    private static string Label(string kind) =>
        kind == Responsibilities.Each ? "every agency" : AgencyKinds.TryFind(kind, out var known) ? known.Label : kind;

    private DateOnly Day(string text)
    {
        if (text.Length == 0)
            return LondonDay.Today(time);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RefusedException(ErrorReason.FieldMalformed, "The day is no day: write it as 2018-06-29.") { Field = "day" };
    }
}
