namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>
/// Answers the build before gave, under the request's id alone: who asks again after the upgrade must not write twice. Whose
/// they were is said by the entries the request wrote; one that wrote nothing may be asked again. Run at every start, since
/// that build may have run on this schema until now.
/// </summary>
internal static class AnswersBefore
{
    public static void TakeOver(WriteSession session)
    {
        session.Begin([]);
        if (session.Head.At.Length > 0)
            TakeOver(session, (Instants.Parse(session.Head.At) - AnswerTable.Kept).Text());
        session.Commit();
    }

    private static void TakeOver(WriteSession session, string since)
    {
        session.BeginRequest();
        var given = session.Query(
            """
            SELECT r.request_id, r.fingerprint, r.response, r.at, MIN(e.issuer), MIN(e.subject)
            FROM request r JOIN entry e ON e.request_id = r.request_id
            WHERE r.at >= @since AND e.at >= @since GROUP BY r.request_id
            """,
            row => (Id: row.GetString(0), Answer: new GivenAnswer(row.Bytes(1), row.Bytes(2)), At: row.GetString(3), Issuer: row.GetString(4), Subject: row.GetString(5)),
            ("@since", since));
        foreach (var (id, answer, at, issuer, subject) in given)
            session.Run(
                "INSERT INTO answer (key, fingerprint, response, at) VALUES (@key, @fingerprint, @response, @at) ON CONFLICT (key) DO NOTHING",
                ("@key", new AnswerKey(issuer, subject, id).Hash), ("@fingerprint", answer.Fingerprint), ("@response", answer.Response), ("@at", at));
        session.EndRequest(keep: true);
    }
}
