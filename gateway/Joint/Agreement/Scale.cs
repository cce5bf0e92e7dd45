using Inspectorates.Joint.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// The steps that standings are compared on, best first. Mixed is one only where a scale that is compared has it: else what falls
/// short would be two steps from what meets though no grade lies between. See docs/decisions/0111-what-agreement-compares.md.
/// </summary>
internal sealed class Scale
{
    private static readonly Standing[] Whole = [Standing.Exceeds, Standing.Meets, Standing.Mixed, Standing.FallsShort, Standing.Fails];

    private readonly int[] places = new int[(int)Standing.Fails + 1];

    private Scale(IReadOnlyList<Standing> standings)
    {
        Standings = standings;
        for (var place = 0; place < standings.Count; place++)
            places[(int)standings[place]] = place;
    }

    /// <summary>The standings, best first.</summary>
    public IReadOnlyList<Standing> Standings { get; }

    public int Count => Standings.Count;

    public static Scale Of(bool mixed) => new(mixed ? Whole : [.. Whole.Where(standing => standing is not Standing.Mixed)]);

    public int Place(Standing standing) => places[(int)standing];

    public IEnumerable<AgreementStep> Steps => Standings.Select(standing => new AgreementStep { Standing = standing, Label = Label(standing) });

    public static string Label(Standing standing) => standing switch
    {
        Standing.Exceeds => "Exceeds",
        Standing.Meets => "Meets",
        Standing.Mixed => "Mixed",
        Standing.FallsShort => "Falls short",
        Standing.Fails => "Fails",
        _ => "Not judged",
    };
}
