using Bailiwick.Market;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Tests;

/// <summary>The second opinion: the meaning of a plan as the design page says it, sentence by sentence, without profiles.</summary>
internal sealed class NaivePlan(PlanDocument plan, ColumnTable accounts, DateOnly day)
{
    public string Answer(Layer layer, int row)
    {
        string id = accounts[Accounts.Id][row]!;

        // (1) an override in force
        foreach (AccountOverride forced in plan.Overrides)
        {
            if (forced.Layer == layer.Name && forced.Account.Value == id && !(day < forced.Days.From) && !(day > forced.Days.Until))
            {
                return $"{forced.Territory} override {string.Join('/', PathTo(layer.Territories, forced.Territory.Value)!)}";
            }
        }

        // (2) a node that names the account, wherever it stands; a family extends the name to descendants, the nearest named ancestor wins
        string? by = id;
        for (int steps = 0; by is not null && steps <= accounts.Count; steps++)
        {
            TerritoryNode? naming = layer.Territories.SelectMany(top => top.WithDescendants()).FirstOrDefault(node => node.Accounts.Any(account => account.Value == by));
            if (naming is not null && (by == id || naming.IsFamilyTogether))
            {
                List<string> path = PathTo(layer.Territories, naming.Id.Value)!;
                return Down(naming, path, row, "named");
            }

            by = ParentOf(by);
        }

        // (3) else, inside scope, the account walks down the tree
        return layer.Scope is not null && !Holds(layer.Scope, row)
            ? " out_of_scope "
            : Walk(layer.Territories, null, [], row);
    }

    private string Walk(IEnumerable<TerritoryNode> children, TerritoryNode? node, List<string> path, int row)
    {
        foreach (TerritoryNode child in children)
        {
            if (child.IsOtherwise || (child.Where is not null && Holds(child.Where, row)))
            {
                path.Add(child.Id.Value);
                return Down(child, path, row, child.IsOtherwise ? "otherwise" : "where");
            }
        }

        return node?.Keeps == true ? $"{node.Id} keeps {string.Join('/', path)}" : $" gap {string.Join('/', path)}";
    }

    private string Down(TerritoryNode node, List<string> path, int row, string rule) =>
        node.Children.Length == 0 ? $"{node.Id} {rule} {string.Join('/', path)}" : Walk(node.Children, node, path, row);

    private bool Holds(Rule rule, int row)
    {
        var builder = new ColumnTableBuilder(Accounts.Table);
        builder.Add(AccountRow.Of(accounts, row));
        var space = RuleSpace.Compile([rule], plan.Scope, null);
        return space.Holds(0, space.Classify(builder.Build()))[0];
    }

    private string? ParentOf(string id) => Enumerable.Range(0, accounts.Count).Where(row => accounts[Accounts.Id][row] == id).Select(row => accounts[Accounts.Parent][row]).FirstOrDefault();

    private static List<string>? PathTo(IEnumerable<TerritoryNode> nodes, string id)
    {
        foreach (TerritoryNode node in nodes)
        {
            if (node.Id.Value == id)
            {
                return [id];
            }

            if (PathTo(node.Children, id) is { } below)
            {
                return [node.Id.Value, .. below];
            }
        }

        return null;
    }
}
