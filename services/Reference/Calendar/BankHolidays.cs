using System.Collections.Frozen;

namespace Inspectorates.Reference;

/// <summary>A day banks are closed by law or proclamation.</summary>
/// <param name="Date">The day.</param>
/// <param name="Title">What it is for.</param>
public sealed record BankHoliday(DateOnly Date, string Title);

/// <summary>Bank holidays (Banking and Financial Dealings Act 1971, and royal proclamations).</summary>
public sealed class BankHolidays
{
    private static readonly Lazy<BankHolidays> Loaded = new(() => new BankHolidays());

    private readonly FrozenSet<DateOnly> days;

    private BankHolidays()
    {
        All = [.. Table.Read("bank-holidays.csv").Select(row => new BankHoliday(
            row.Day("date") ?? throw row.Fault("date", "is empty"), row.Required("title")))];
        days = All.Select(holiday => holiday.Date).ToFrozenSet();
        First = new DateOnly(All[0].Date.Year, 1, 1);
        Last = new DateOnly(All[^1].Date.Year, 12, 31);
    }

    /// <summary>England's bank holidays. Loaded once, when first asked for.</summary>
    public static BankHolidays England => Loaded.Value;

    /// <summary>All of them, earliest first.</summary>
    public IReadOnlyList<BankHoliday> All { get; }

    /// <summary>The first day for which it is known whether it is a bank holiday.</summary>
    public DateOnly First { get; }

    /// <summary>The last day for which it is known whether it is a bank holiday.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether the day is a bank holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="First"/> or after <see cref="Last"/>.</exception>
    public bool Contains(DateOnly day) => day >= First && day <= Last
        ? days.Contains(day)
        : throw new ArgumentOutOfRangeException(nameof(day), day,
            $"Bank holidays are known from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.");
}
