using System.Globalization;
using System.Text;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests.Proof;

/// <summary>A territory of the small world.</summary>
internal sealed class SmallNode(string id, SmallNode? parent, SmallRule? where, bool isRest, bool keeps, string? name)
{
    public string Id => id;

    public SmallNode? Parent => parent;

    public SmallRule? Where { get; set; } = where;

    public bool IsRest => isRest;

    public bool Keeps => keeps;

    public string? Name => name;

    public List<SmallNode> Children { get; } = [];

    public bool IsForced { get; set; }

    public string Path => Parent is { Id.Length: > 0 } ? $"{Parent.Path}/{Id}" : Id;

    public bool Takes(SmallRow row) => IsRest || Where?.Holds(row) == true;

    public IEnumerable<SmallNode> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);

    /// <summary>The nodes that a row walks below this one; and whether no child took it and nobody keeps it.</summary>
    public (List<SmallNode> Walked, bool IsGap) Walk(SmallRow row)
    {
        var walked = new List<SmallNode>();
        SmallNode node = this;
        while (node.Children.Count > 0)
        {
            if (node.Children.Find(child => child.Takes(row)) is not { } next)
            {
                return (walked, !node.Keeps);
            }

            walked.Add(node = next);
        }

        return (walked, node.Id.Length == 0);
    }
}

/// <summary>A random plan over so few values that every row can be looked at.</summary>
internal sealed class SmallPlan
{
    private readonly Chance chance;
    private readonly List<string> ids = [];

    public SmallPlan(ulong seed)
    {
        chance = new Chance(seed);
        Scope = chance.Next(2) == 0 ? SmallRule.Random(chance, 2) : null;
        Top = new SmallNode("", null, null, false, false, null);
        AddChildren(Top, 2);
        SmallNode forced = Nodes.ElementAt(chance.Next(ids.Count));
        forced.IsForced = chance.Next(4) == 0;
    }

    public SmallRule? Scope { get; }

    public SmallNode Top { get; }

    public IEnumerable<SmallNode> Nodes => Top.WithDescendants().Skip(1);

    /// <summary>Where walks begin: at the top, and at nodes with names.</summary>
    public IEnumerable<SmallNode> Starts => Nodes.Where(node => node.Name is not null && node.Children.Count > 0).Prepend(Top);

    public string Text
    {
        get
        {
            var text = new StringBuilder("plan: small\nlayers:\n  - layer: core\n");
            text.Append(Scope is null ? "" : $"    scope: {Scope}\n").Append("    territories:\n");
            Write(text, Top, "      ");
            foreach (SmallNode forced in Nodes.Where(node => node.IsForced))
            {
                text.Append(CultureInfo.InvariantCulture, $"overrides:\n  - {{ account: forced, layer: core, territory: {forced.Id} }}\n");
            }

            return text.ToString();
        }
    }

    /// <summary>Writes one rule anew, as a person edits a plan.</summary>
    public SmallPlan Edit()
    {
        SmallNode[] asked = [.. Nodes.Where(node => node.Where is not null)];
        if (asked.Length > 0)
        {
            asked[chance.Next(asked.Length)].Where = SmallRule.Random(chance, 2);
        }

        return this;
    }

    /// <summary>Where a row ends that walks in from the top.</summary>
    public string End(SmallRow row)
    {
        if (Scope?.Holds(row) == false)
        {
            return "out_of_scope";
        }

        (List<SmallNode> walked, bool isGap) = Top.Walk(row);
        return isGap ? "gap" : walked[^1].Id;
    }

    /// <summary>The rows that begin at a start.</summary>
    public IEnumerable<SmallRow> RowsAt(SmallNode start) => SmallRow.All.Where(row => start != Top || Scope?.Holds(row) != false);

    /// <summary>The rows that come as far as a node's children from a start.</summary>
    public List<SmallRow> Reaching(SmallNode start, SmallNode parent) => [.. RowsAt(start).Where(row => parent == start || start.Walk(row).Walked.Contains(parent))];

    private void AddChildren(SmallNode parent, int depth)
    {
        int count = 1 + chance.Next(4);
        for (int child = 0; child < count; child++)
        {
            bool isNamed = chance.Next(6) == 0;
            bool isRest = child == count - 1 && chance.Next(3) == 0;
            SmallRule? where = isRest || (isNamed && chance.Next(2) == 0) ? null : SmallRule.Random(chance, 2);
            var node = new SmallNode(string.Create(CultureInfo.InvariantCulture, $"t{ids.Count}"), parent, where, isRest, chance.Next(3) == 0, isNamed ? $"n{ids.Count}" : null);
            ids.Add(node.Id);
            parent.Children.Add(node);
            if (depth > 0 && chance.Next(3) == 0)
            {
                AddChildren(node, depth - 1);
            }
        }
    }

    private static void Write(StringBuilder text, SmallNode parent, string indent)
    {
        foreach (SmallNode node in parent.Children)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}- id: {node.Id}\n");
            text.Append(node.Name is null ? "" : $"{indent}  accounts: [{node.Name}]\n");
            text.Append(node.IsRest ? $"{indent}  where: otherwise\n" : node.Where is null ? "" : $"{indent}  where: {node.Where}\n");
            text.Append(node.Keeps ? $"{indent}  keeps: true\n" : "");
            if (node.Children.Count > 0)
            {
                text.Append(indent).Append("  territories:\n");
                Write(text, node, indent + "    ");
            }
        }
    }
}
