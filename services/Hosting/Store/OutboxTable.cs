namespace Inspectorates.Hosting.Store;

/// <summary>
/// What is to be sent to other inspectorates' services. A message is put here in the transaction of the revision that it tells of, so
/// that neither is without the other, and is struck off in that of the revision that holds its receipt.
/// </summary>
internal static class OutboxTable
{
    /// <summary>How many are read at once.</summary>
    public const int Together = 50;

    /// <summary>Puts a message to be sent; the entry that holds it is the last of the log.</summary>
    /// <param name="referral">Name of the referral it is about.</param>
    /// <param name="message">Its number among the messages about it.</param>
    /// <param name="recipient">Code of the inspectorate it is for.</param>
    /// <param name="body">Its bytes, the same however often it is sent.</param>
    public static void Put(WriteSession session, string referral, int message, string recipient, byte[] body) => session.Insert(
        "outbox",
        ("seq", session.Head.Seq), ("referral", referral), ("message", message), ("recipient", recipient), ("body", body), ("delivered_seq", null));

    /// <summary>Strikes a message off; the entry that holds its receipt is the last of the log.</summary>
    public static void Strike(WriteSession session, string referral, int message) => session.Run(
        "UPDATE outbox SET delivered_seq = @seq WHERE referral = @referral AND message = @message AND delivered_seq IS NULL",
        ("@seq", session.Head.Seq), ("@referral", referral), ("@message", message));

    /// <summary>Codes of the inspectorates for which something waits.</summary>
    public static async Task<List<string>> RecipientsAsync(IStore store, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.QueryAsync(
            "SELECT DISTINCT recipient FROM outbox WHERE delivered_seq IS NULL ORDER BY recipient", row => row.GetString(0), cancelled);
    }

    /// <summary>What waits for an inspectorate, in the order in which it was written: of each referral the first message that has not arrived.</summary>
    /// <param name="after">Only what was written after this entry.</param>
    /// <returns>At most <see cref="Together"/>. Fewer: these are all.</returns>
    public static async Task<List<WaitingMessage>> WaitingAsync(IStore store, string recipient, long after, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.QueryAsync(
            """
            SELECT o.seq, o.referral, o.body FROM outbox o WHERE o.delivered_seq IS NULL AND o.recipient = @recipient AND o.seq > @after
              AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.referral = o.referral AND b.message < o.message AND b.delivered_seq IS NULL)
            ORDER BY o.seq LIMIT @limit
            """,
            row => new WaitingMessage(row.GetInt64(0), row.GetString(1), row.Bytes(2)), cancelled,
            ("@recipient", recipient), ("@after", after), ("@limit", Together));
    }
}

/// <summary>A message that is not known to have arrived.</summary>
/// <param name="Seq">The entry it was written by.</param>
/// <param name="Referral">Name of the referral it is about.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record WaitingMessage(long Seq, string Referral, byte[] Body);
