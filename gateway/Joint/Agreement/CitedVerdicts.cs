using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Verdicts as far as is needed to find them.</summary>
internal sealed class CitedVerdicts(FrameworkFacts frameworks)
{
    public CitedVerdict Write(Verdict verdict) => new()
    {
        Name = verdict.Name,
        Inspectorate = verdict.Inspectorate,
        FrameworkLabel = frameworks.Of(verdict)?.Label is { Length: > 0 } label ? label : verdict.Framework,
        GradeLabel = verdict.Grade?.Label ?? "",
        Standing = verdict.Standing,
        Aspect = verdict.Aspect,
        Day = Days.OrderingDay(verdict) is { } day ? Days.Iso(day) : "",
        SourceUri = verdict.Source?.Uri ?? "",
    };
}
