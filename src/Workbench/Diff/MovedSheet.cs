using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench.Diff;

/// <summary>Every account that gets another territory or another owner, one a row: the list of handoffs.</summary>
internal sealed class MovedSheet(DiffVersion before, DiffVersion after, AccountWorth worth)
{
    /// <summary>The table; its rows are made when they are asked for.</summary>
    public Sheet Of(PlanMoves moves) => new(
        "moves",
        [
            "account", "name", "layer", "from", "to", "rep_before", "rep_after", "because",
            .. worth.Revenue.Select(each => $"revenue_{each.Currency}".TrimEnd('_')), .. worth.Pipeline.Select(each => $"open_pipeline_{each.Currency}".TrimEnd('_')),
        ],
        moves.Layers.SelectMany(Rows));

    private IEnumerable<SheetRow> Rows(LayerMoves layer)
    {
        var because = new string?[worth.Rows.Count];
        foreach (MoveCause cause in layer.Groups.SelectMany(group => group.Causes))
        {
            string words = string.Join("; ", cause.Edits.Select(edit => edit.Words.English));
            foreach (int row in cause.Rows)
            {
                because[row] = words;
            }
        }

        (TextValues ids, TextValues names) = (worth.Rows[Accounts.Id], worth.Rows[Accounts.Name]);
        for (int row = 0; row < worth.Rows.Count; row++)
        {
            RepId? was = layer.Before is null ? null : before.Owners.OwnerOf(ids[row]!, layer.Before, row);
            RepId? now = layer.After is null ? null : after.Owners.OwnerOf(ids[row]!, layer.After, row);
            (string from, string to) = (EndOf(layer.Before, row), EndOf(layer.After, row));
            if (was != now || from != to)
            {
                yield return new SheetRow(
                [
                    ids[row], names[row], layer.Layer, from, to, was?.Value, now?.Value, because[row] ?? (from == to ? "another rep" : null),
                    .. worth.Revenue.Concat(worth.Pipeline).Select(each => (object?)((decimal)each.Amounts[row] / Money.Scale)),
                ]);
            }
        }
    }

    private static string EndOf(LayerAnswers? layer, int row) =>
        layer is null ? PlanAnswer.NameOf(MatchRule.OutOfScope) : layer[row] is { Territory: { } territory } ? territory.Value : layer[row].RuleName;
}
