using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Storage.Sqlite;

namespace Bailiwick.Storage.PlanLife;

/// <summary>Owners as of a day.</summary>
internal static class OwnerRead
{
    public static IEnumerable<Ownership> On(Database database, DateOnly day)
    {
        using Session session = database.Read();
        Dictionary<long, OwnerAnswer> answers = OwnerAnswers.Read(session).ToDictionary(pair => pair.Number, pair => pair.Answer);
        foreach (long layer in Layers(session))
        {
            using Statement read = session.Prepare("""
                SELECT account, answer, from_day_number, until_day_number FROM owners
                WHERE layer = ?1 AND from_day_number <= ?2 AND until_day_number > ?2 ORDER BY account
                """);
            read.Bind(0, layer);
            read.Bind(1, day.DayNumber);
            while (read.Step())
            {
                OwnerAnswer answer = answers[read.Integer(1)];
                int until = (int)read.Integer(3);
                yield return new Ownership(
                    new AccountId(read.Text(0)),
                    answer.Layer,
                    answer.Territory is null ? null : new TerritoryId(answer.Territory),
                    answer.Rep is null ? null : new RepId(answer.Rep),
                    answer.Rule,
                    answer.Path,
                    DateOnly.FromDayNumber((int)read.Integer(2)),
                    until == Term.Open ? null : DateOnly.FromDayNumber(until));
            }
        }
    }

    private static List<long> Layers(Session session)
    {
        using Statement read = session.Prepare("SELECT layer FROM owner_layers ORDER BY name");
        var layers = new List<long>();
        while (read.Step())
        {
            layers.Add(read.Integer(0));
        }

        return layers;
    }
}
