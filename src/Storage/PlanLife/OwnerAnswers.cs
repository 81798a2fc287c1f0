using Bailiwick.Plans;
using Bailiwick.Storage.Sqlite;

namespace Bailiwick.Storage.PlanLife;

/// <summary>What an owner row points at: a layer, and what a plan answers there. Few distinct ones serve millions of rows.</summary>
internal sealed record OwnerAnswer(string Layer, string? Territory, string? Rep, string Rule, string Path);

/// <summary>The numbers of layers and answers; new ones are added as they come.</summary>
internal sealed class OwnerAnswers
{
    private readonly Session session;
    private readonly Dictionary<OwnerAnswer, long> answers = [];
    private readonly Dictionary<string, long> layers = new(StringComparer.Ordinal);

    public OwnerAnswers(Session session)
    {
        this.session = session;
        foreach ((long number, OwnerAnswer answer) in Read(session))
        {
            answers[answer] = number;
        }

        using Statement read = session.Prepare("SELECT layer, name FROM owner_layers");
        while (read.Step())
        {
            layers[read.Text(1)] = read.Integer(0);
        }
    }

    public static IEnumerable<(long Number, OwnerAnswer Answer)> Read(Session session)
    {
        using Statement read = session.Prepare("SELECT answer, layer, territory, rep, rule, path FROM owner_answers");
        while (read.Step())
        {
            yield return (read.Integer(0), new OwnerAnswer(read.Text(1), read.TextOrNull(2), read.TextOrNull(3), read.Text(4), read.Text(5)));
        }
    }

    public long LayerOf(string name)
    {
        if (!layers.TryGetValue(name, out long number))
        {
            layers[name] = number = Add("INSERT INTO owner_layers (name) VALUES (?)", name);
        }

        return number;
    }

    public long AnswerOf(Ownership owner)
    {
        var answer = new OwnerAnswer(owner.Layer, owner.Territory?.Value, owner.Rep?.Value, owner.Rule, owner.Path);
        if (!answers.TryGetValue(answer, out long number))
        {
            answers[answer] = number = Add(
                "INSERT INTO owner_answers (layer, territory, rep, rule, path) VALUES (?, ?, ?, ?, ?)",
                answer.Layer, answer.Territory, answer.Rep, answer.Rule, answer.Path);
        }

        return number;
    }

    private long Add(string sql, params ReadOnlySpan<string?> values)
    {
        using Statement insert = session.Prepare(sql);
        for (int parameter = 0; parameter < values.Length; parameter++)
        {
            insert.Bind(parameter, values[parameter]);
        }

        insert.Run();
        return insert.LastRow();
    }
}
