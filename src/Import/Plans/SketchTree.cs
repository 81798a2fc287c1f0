using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Import.Plans;

/// <summary>Territories as files tell them → the layers of a plan.</summary>
internal sealed class SketchTree
{
    private const string UsualLayer = "core";

    // Each level of a tree is two of the hundred that a plan file may be nested.
    private const int MostLevels = 45;

    private readonly PlanReport report;
    private readonly bool isOrdered;
    private readonly ListFileBook lists = new();
    private readonly Dictionary<BookedTerritory, List<BookedTerritory>> children;
    private readonly Dictionary<BookedTerritory, Reach> reaches = [];
    private readonly List<BookedTerritory> roots;

    /// <param name="book">The territories.</param>
    /// <param name="isOrdered">The files' order is the order in which territories are asked; else the more special ones come first.</param>
    /// <param name="report">Told of parents that are not there or go round in a circle.</param>
    public SketchTree(TerritoryBook book, bool isOrdered, PlanReport report)
    {
        (this.report, this.isOrdered) = (report, isOrdered);
        children = book.All.ToDictionary(territory => territory, _ => new List<BookedTerritory>());
        roots = [.. book.All.Where(territory => !IsBelow(territory, book))];
        GiveIds(book);
        foreach (BookedTerritory root in roots)
        {
            _ = ReachOf(root);
        }
    }

    /// <summary>List files beside the plan.</summary>
    public ImmutableSortedDictionary<string, string> Files => lists.Files.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The layers, in the order given; others follow in the order of their first territory.</summary>
    public ImmutableArray<LayerSketch> Layers(IEnumerable<string> order)
    {
        ILookup<string, BookedTerritory> byLayer = roots.ToLookup(root => root.Layer ?? UsualLayer, StringComparer.Ordinal);
        foreach (IGrouping<string, BookedTerritory> layer in byLayer)
        {
            NameOnce(layer, new Dictionary<string, BookedTerritory>(StringComparer.Ordinal));
        }

        IEnumerable<string> names = order.Where(byLayer.Contains).Union(byLayer.Select(layer => layer.Key), StringComparer.Ordinal);
        return [.. names.Select(name => new LayerSketch(name, Territories(byLayer[name], [], byLayer[name].Count() == 1)))];
    }

    private bool IsBelow(BookedTerritory territory, TerritoryBook book)
    {
        if (territory.Parent is null)
        {
            return false;
        }

        if (book.Find(territory.Parent) is not { } parent)
        {
            report.Add(PlanProblems.NoParent(territory.Place, territory.Key, territory.Parent));
            return false;
        }

        int levels = 1;
        for (BookedTerritory? above = parent; above is not null; above = above.Parent is null ? null : book.Find(above.Parent))
        {
            if (above == territory || ++levels > MostLevels)
            {
                report.Add(above == territory ? PlanProblems.ParentCircle(territory.Place, territory.Key) : PlanProblems.TooDeep(territory.Place, territory.Key, MostLevels));
                // Cut here, a circle becomes a branch.
                territory.Parent = null;
                return false;
            }
        }

        children[parent].Add(territory);
        return true;
    }

    // An id has no slash and no line break, and stands once in a plan.
    private void GiveIds(TerritoryBook book)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (BookedTerritory territory in book.All)
        {
            string tidy = string.Concat(territory.Id.Select(each => each == '/' || char.IsControl(each) ? '-' : each));
            string id = tidy;
            for (int number = 2; !taken.Add(id); number++)
            {
                id = $"{tidy}-{number}";
            }

            if (id != territory.Id)
            {
                report.Add(PlanProblems.OtherId(territory.Place, territory.Id, id));
                territory.Id = id;
            }
        }
    }

    // A layer names an account once.
    private void NameOnce(IEnumerable<BookedTerritory> territories, Dictionary<string, BookedTerritory> named)
    {
        foreach (BookedTerritory territory in territories)
        {
            foreach ((string account, Place place) in territory.Accounts.ToArray())
            {
                if (!named.TryAdd(account, territory))
                {
                    report.Add(PlanProblems.NamedTwice(place, account, territory.Key, named[account].Key));
                    territory.Accounts.Remove(account);
                }
            }

            NameOnce(children[territory], named);
        }
    }

    private Reach ReachOf(BookedTerritory territory)
    {
        territory.Own = [.. territory.Own.Select(clause => lists.Shortened(clause, territory.Id))];
        return reaches[territory] = Reach.Of(territory.Own, [.. children[territory].Select(ReachOf)]);
    }

    private ImmutableArray<TerritorySketch> Territories(IEnumerable<BookedTerritory> siblings, ImmutableHashSet<string> fulfilled, bool isWhole) =>
    [
        .. (isOrdered ? siblings : siblings.OrderByDescending(territory => reaches[territory].Depth).ThenBy(territory => territory.Key, StringComparer.Ordinal))
            .Select(territory => Territory(territory, fulfilled, isWhole)),
    ];

    private TerritorySketch Territory(BookedTerritory territory, ImmutableHashSet<string> fulfilled, bool isWhole)
    {
        Reach reach = reaches[territory];
        // The only one at the top, without a rule of its own, is the company: what none below takes is a gap there as well.
        bool isCompany = isWhole && territory.Own.IsEmpty && !reach.IsNothing;
        Clause? where = reach.IsNothing ? null : reach.Where(fulfilled) ?? reach.Where(ImmutableHashSet<string>.Empty);
        // Who is named here did not come by the rule.
        ImmutableHashSet<string> below = territory.Accounts.Count > 0 ? [] : isCompany ? fulfilled : fulfilled.Union(reach.Certain);
        return new TerritorySketch(territory.Id)
        {
            Name = territory.Name,
            Where = isCompany ? "otherwise" : where?.ToString(),
            Accounts = [.. territory.Accounts.Keys.Select(account => new AccountId(account))],
            AccountsFile = lists.Accounts(territory.Id, territory.Accounts.Keys),
            Keeps = children[territory].Count > 0 && (!territory.Own.IsEmpty || territory.Accounts.Count > 0),
            Children = Territories(children[territory], below, isWhole: false),
            Remarks = [.. territory.Remarks],
        };
    }
}
