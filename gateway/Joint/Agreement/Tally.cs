using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// What the coefficients of several raters need to know of the units, summed up unit by unit. Tallies add up, so that units
/// are resampled by adding theirs and never by going back to records.
/// </summary>
internal sealed class Tally(int categories)
{
    private readonly double[] prevalence = new double[categories];
    private int? raters;

    public int Categories => categories;

    public Coincidences Coincidences { get; } = new(categories);

    /// <summary>Units with at least one rating.</summary>
    public int Units { get; private set; }

    /// <summary>Units with two or more.</summary>
    public int Pairable { get; private set; }

    /// <summary>The share of pairs within a unit that agree, summed over units with two ratings or more.</summary>
    public double PairsThatAgree { get; private set; }

    /// <summary>Whether every unit has the same number of ratings, two or more.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Whether more than one category occurs.</summary>
    public bool Varies
    {
        get
        {
            var used = 0;
            foreach (var share in prevalence)
                used += share > 0 ? 1 : 0;
            return used > 1;
        }
    }

    /// <summary>The sum of the squares of the categories' shares.</summary>
    public double SumOfSquaredShares
    {
        get
        {
            var sum = 0.0;
            foreach (var units in prevalence)
                sum += units / Units * (units / Units);
            return sum;
        }
    }

    /// <summary>The sum of each category's share times that of the others.</summary>
    public double SumOfSharesByOthers
    {
        get
        {
            var sum = 0.0;
            foreach (var units in prevalence)
                sum += units / Units * (1 - (units / Units));
            return sum;
        }
    }

    /// <summary>One unit by how many raters gave it each category.</summary>
    public void Add(ReadOnlySpan<int> unit)
    {
        var (ratings, agreeing) = (0, 0L);
        foreach (var count in unit)
        {
            ratings += count;
            agreeing += (long)count * (count - 1);
        }

        if (ratings == 0)
            return;
        raters ??= ratings;
        IsComplete &= ratings >= 2 && ratings == raters;
        Units++;
        for (var category = 0; category < categories; category++)
            prevalence[category] += (double)unit[category] / ratings;
        if (ratings < 2)
            return;
        Pairable++;
        PairsThatAgree += (double)agreeing / ((long)ratings * (ratings - 1));
        Coincidences.Add(unit);
    }

    /// <summary>All units of another, as often as given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(Tally other, int times = 1)
    {
        if (other.Units == 0)
            return;
        raters ??= other.raters;
        IsComplete &= other.IsComplete && raters == other.raters;
        Units += other.Units * times;
        Pairable += other.Pairable * times;
        PairsThatAgree += other.PairsThatAgree * times;
        Coincidences.Add(other.Coincidences, times);
        for (var category = 0; category < categories; category++)
            prevalence[category] += other.prevalence[category] * times;
    }

    public void Clear()
    {
        (raters, IsComplete, Units, Pairable, PairsThatAgree) = (null, true, 0, 0, 0);
        Coincidences.Clear();
        Array.Clear(prevalence);
    }
}
