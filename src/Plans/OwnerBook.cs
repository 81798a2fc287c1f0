using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Plans;

/// <summary>The front: a plan's answers → who owns what. The holdout's owner, else the territory's rep, else the nearest ancestor's.</summary>
public sealed class OwnerBook
{
    private readonly RepId?[] repOf;
    private readonly PlanMatcher matcher;
    private readonly DateOnly day;
    private readonly Dictionary<string, List<Holdout>> holdouts = new(StringComparer.Ordinal);

    /// <param name="matcher">The plan.</param>
    /// <param name="day">The day for which holdouts count, from which the owners are in force.</param>
    public OwnerBook(PlanMatcher matcher, DateOnly day)
    {
        this.matcher = matcher;
        this.day = day;
        var reps = matcher.Plan.Reps.ToDictionary(rep => rep.Territory, rep => rep.Owner);
        repOf = new RepId?[matcher.Territories.Length];
        // Parents come before their children, so a parent's rep is settled first.
        for (int territory = 0; territory < repOf.Length; territory++)
        {
            int parent = matcher.ParentOf(territory);
            repOf[territory] = reps.TryGetValue(matcher.Territories[territory].Id, out RepId rep) ? rep : parent < 0 ? null : repOf[parent];
        }

        foreach (Holdout holdout in matcher.Plan.Holdouts.Where(holdout => holdout.Days.Contains(day)))
        {
            (holdouts.TryGetValue(holdout.Account.Value, out List<Holdout>? known) ? known : holdouts[holdout.Account.Value] = []).Add(holdout);
        }
    }

    /// <summary>The accountable rep of a territory, its own or the nearest ancestor's; null when vacant.</summary>
    /// <param name="territory">Index into <see cref="PlanMatcher.Territories"/>.</param>
    public RepId? RepOf(int territory) => repOf[territory];

    /// <summary>The owner of an account in a layer; null when there is none.</summary>
    /// <param name="account">The account.</param>
    /// <param name="layer">The answers of the layer.</param>
    /// <param name="row">The account's row in them.</param>
    public RepId? OwnerOf(string account, LayerAnswers layer, int row) =>
        HoldoutOf(account, layer.Layer.Name)?.Owner ?? (layer.TerritoryOf(row) is var territory and >= 0 ? repOf[territory] : null);

    /// <summary>The holdout in force of an account in a layer, one of the layer before one of all layers; null when there is none.</summary>
    public Holdout? HoldoutOf(string account, string layer) => holdouts.TryGetValue(account, out List<Holdout>? known)
        ? known.Find(holdout => holdout.Layer == layer) ?? known.Find(holdout => holdout.Layer is null)
        : null;

    /// <summary>One owner a layer and account, layer by layer, accounts in the order of the table, streamed.</summary>
    public IEnumerable<Ownership> Owners(ColumnTable accounts, PlanAnswers answers)
    {
        TextValues ids = accounts[Accounts.Id];
        foreach (LayerAnswers layer in answers.Layers)
        {
            for (int row = 0; row < accounts.Count; row++)
            {
                PlanAnswer answer = layer[row];
                yield return new Ownership(new AccountId(ids[row]!), layer.Layer.Name, answer.Territory, OwnerOf(ids[row]!, layer, row), answer.RuleName, answer.Path, day, null);
            }
        }
    }

    /// <summary>Territories to which accounts come and that nobody is accountable for, in the plan's order.</summary>
    public IEnumerable<TerritoryId> Vacancies(PlanAnswers answers)
    {
        var reached = new bool[repOf.Length];
        foreach (LayerAnswers layer in answers.Layers)
        {
            for (int row = 0; row < layer.Count; row++)
            {
                if (layer.TerritoryOf(row) is var territory and >= 0)
                {
                    reached[territory] = true;
                }
            }
        }

        return Enumerable.Range(0, repOf.Length).Where(territory => reached[territory] && repOf[territory] is null).Select(territory => matcher.Territories[territory].Id);
    }
}
