using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>What would move an account.</summary>
public sealed partial class PlanMatcher
{
    /// <summary>Per layer the single changes that would move an account, the smallest first: of each field and each place to which it would go the smallest.</summary>
    /// <remarks>Every change is asked of the plan itself, all at once, so that what is told is so.</remarks>
    /// <param name="account">A table of one row, with its place found.</param>
    /// <param name="answers">Where it is.</param>
    /// <param name="options">The options, with parents.</param>
    private ImmutableArray<AccountMove>[] MovesOf(ColumnTable account, PlanAnswers answers, ExplainOptions options)
    {
        RowChange[] changes = [.. space.ChangesOf(account, 0).DistinctBy(change => string.Join('\n', change.Cells.Select(cell => $"{cell.Key}={cell.Value}")), StringComparer.Ordinal)];
        var table = new ColumnTableBuilder(account.Table);
        foreach (RowChange change in changes)
        {
            MarketRow changed = AccountRow.Of(account, 0);
            change.Apply(changed);
            table.Add(changed);
        }

        ColumnTable rows = table.Build();
        PlanAnswers moved = Assign(options.Place?.Invoke(rows) ?? rows, options.Day, options.Parents);
        return [.. moved.Layers.Zip(answers.Layers, (layer, own) => Smallest(changes, layer, EndOf(own[0])))];
    }

    private static ImmutableArray<AccountMove> Smallest(RowChange[] changes, LayerAnswers layer, RowEnd own) =>
    [
        .. changes.Select((change, at) => new AccountMove(change, layer[at]))
            .Where(move => EndOf(move.Answer) != own)
            .OrderBy(move => move.Change.Size)
            .DistinctBy(move => (move.Change.Field, EndOf(move.Answer))),
    ];

    private static RowEnd EndOf(PlanAnswer answer) => new(answer.Territory, answer.Rule == MatchRule.Gap);

    // The row without its name: what rules alone give.
    private PlanAnswers Unnamed(ColumnTable account, DateOnly day)
    {
        MarketRow nobody = AccountRow.Of(account, 0);
        nobody.Forget(account.Table == Leads.Table ? Leads.Account : Accounts.Id);
        var table = new ColumnTableBuilder(account.Table);
        table.Add(nobody);
        return Assign(table.Build(), day, AccountParents.None);
    }
}
