using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>One layer of a check: the proof, and the accounts at hand counted by territory, gap and overlap.</summary>
/// <param name="matcher">The plan.</param>
/// <param name="answers">The answers of the layer to the accounts.</param>
/// <param name="proof">The proof of the plan.</param>
/// <param name="accounts">The accounts; null when none are at hand.</param>
internal sealed class LayerChecker(PlanMatcher matcher, LayerAnswers answers, CoverageProof proof, CheckedAccounts? accounts)
{
    /// <summary>Checks it.</summary>
    /// <param name="at">The layer's place in the plan.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public LayerCheck Check(int at, CancellationToken cancellation)
    {
        LayerProof layer = proof.Layers[at];
        var counts = new long[matcher.Territories.Length];
        long outOfScope = 0;
        var stranded = new List<int>();
        for (int row = 0; row < answers.Count; row++)
        {
            if (answers.TerritoryOf(row) is var territory and >= 0)
            {
                counts[territory]++;
            }
            else if (answers.RuleOf(row) == MatchRule.OutOfScope)
            {
                outOfScope++;
            }
            else
            {
                stranded.Add(row);
            }
        }

        return new LayerCheck(
            layer.Layer,
            layer,
            [.. answers.Layer.Territories.SelectMany(top => top.WithDescendants()).Select(territory => (territory.Id, territory.Name, counts[matcher.IndexOf(territory.Id)]))],
            stranded.Count,
            outOfScope,
            [.. stranded.Take(CheckPlan.MostWitnesses).Select(row => new GapWitness(accounts!.IdOf(row), answers[row].Path))],
            accounts is null ? [] : InGaps(layer, stranded, accounts),
            accounts is null ? [] : InOverlaps(at, layer, accounts, cancellation));
    }

    // An account in a gap stands in one place of the proof: by its path, and by the name that it walked in with.
    private ImmutableArray<RealFigures> InGaps(LayerProof layer, List<int> stranded, CheckedAccounts real)
    {
        Dictionary<string, TerritoryId> namedAt = answers.Layer.Territories.SelectMany(top => top.WithDescendants())
            .SelectMany(territory => territory.Accounts.Select(account => (account.Value, territory.Id))).ToDictionary(StringComparer.Ordinal);
        RealCount[] counts = [.. layer.Gaps.Select(_ => new RealCount(real))];
        foreach (int row in stranded)
        {
            string path = answers[row].Path;
            TerritoryId? named = namedAt.TryGetValue(real.IdOf(row).Value, out TerritoryId territory) ? territory : null;
            int gap = layer.Gaps.Select((each, place) => (each, place)).Where(each => each.each.Path == path)
                .OrderByDescending(each => each.each.Named == named).ThenByDescending(each => each.each.IsConsistent).Select(each => each.place).DefaultIfEmpty(-1).First();
            if (gap >= 0)
            {
                counts[gap].Add(row);
            }
        }

        return [.. counts.Select(count => count.Figures)];
    }

    private ImmutableArray<RealFigures> InOverlaps(int at, LayerProof layer, CheckedAccounts real, CancellationToken cancellation)
    {
        if (layer.Overlaps.IsEmpty)
        {
            return [];
        }

        Dictionary<(TerritoryId, TerritoryId), RealCount> counts = layer.Overlaps.ToDictionary(overlap => (overlap.Earlier, overlap.Later), _ => new RealCount(real));
        foreach (AccountsInOverlaps each in proof.OverlapsIn(at, real.Rows, cancellation))
        {
            foreach ((TerritoryId, TerritoryId) pair in each.Pairs)
            {
                if (counts.TryGetValue(pair, out RealCount? count))
                {
                    count.Add(each.Rows);
                }
            }
        }

        return [.. layer.Overlaps.Select(overlap => counts[(overlap.Earlier, overlap.Later)].Figures)];
    }
}
