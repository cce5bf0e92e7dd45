using System.Security.Cryptography;
using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Verification;

/// <summary>
/// What is to be sent to others: a row for each message of one's own that an entry holds, with its bytes, and none beside; struck off by
/// the entry that holds its receipt and by no other.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="origin">Whose record it is: <c>inspectorates/{code}</c>.</param>
internal sealed class OutboxTable(RecordDatabase database, string origin) : ITableCheck
{
    private const string Kind = "referral";

    private long rows;
    private long struck;

    public void Entry(LoggedEntry entry)
    {
        if (entry.Kind != Kind)
            return;
        foreach (var exchange in Referral.Parser.ParseFrom(entry.Body).Exchanges.Where(one => $"inspectorates/{one.Message.Origin}" == origin))
        {
            var (message, where) = (exchange.Message, $"entry {entry.Number}: outbox");
            var row = database.One(
                "SELECT seq, recipient, body, delivered_seq FROM outbox WHERE referral = @referral AND message = @message",
                ("@referral", entry.Name), ("@message", (long)message.Number)) ?? throw new BrokenRecordException($"{where} has no row of its message {message.Number}");
            var written = Cell.Number(row[0], where);
            if (written == entry.Number)
                rows++;
            if (written > entry.Number)
                throw new BrokenRecordException($"{where}: its message {message.Number} is not of the entry that wrote it");
            Rows.MustSay(row, 1, [("recipient", message.Recipient)], where);
            var body = Cell.Bytes(row[2], where);
            if (!body.AsSpan().SequenceEqual(message.ToByteArray()) || !SHA256.HashData(body).AsSpan().SequenceEqual(exchange.MessageHash.Span))
                throw new BrokenRecordException($"{where}: its message {message.Number} is not what the log says");
            var delivered = row[3] is DBNull ? long.MaxValue : Cell.Number(row[3], where);
            if (delivered == entry.Number)
                struck++;
            if (delivered <= entry.Number != exchange.Receipt is not null)
                throw new BrokenRecordException($"{where}: whether its message {message.Number} has arrived is not what the log says");
        }
    }

    public void End()
    {
        if (database.Count("SELECT COUNT(*) FROM outbox") != rows)
            throw new BrokenRecordException("outbox: there are messages that are in no entry");
        if (database.Count("SELECT COUNT(delivered_seq) FROM outbox") != struck)
            throw new BrokenRecordException("outbox: a message is struck off by no entry that holds its receipt");
    }
}
