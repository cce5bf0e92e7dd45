namespace Inspectorates.Hosting.Verification;

/// <summary>Holds tables that are made from the log against it.</summary>
internal interface ITableCheck
{
    /// <summary>Looks at what the tables have of an entry; entries come in their order, each found whole.</summary>
    /// <exception cref="BrokenRecordException">They say something else.</exception>
    void Entry(LoggedEntry entry);

    /// <summary>After the last entry: looks for what is in the tables and in no entry.</summary>
    /// <exception cref="BrokenRecordException">There is something.</exception>
    void End();
}
