using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>Why an account is where it is: the walk again, told step by step.</summary>
public sealed partial class PlanMatcher
{
    /// <summary>So many siblings that did not take an account are told one by one, those nearest before the one that took it.</summary>
    public const int MostRefusals = 20;

    /// <summary>Explains one account of a table: one explanation a layer.</summary>
    /// <param name="accounts">Accounts with their places found.</param>
    /// <param name="row">The account.</param>
    /// <param name="day">The day for which overrides count.</param>
    /// <param name="parents">Who belongs to whom; by default what the table tells.</param>
    public ImmutableArray<LayerExplanation> Explain(ColumnTable accounts, int row, DateOnly day, AccountParents? parents = null)
    {
        // A table of one row makes each question cheap, and gives the same answers by the same code.
        var builder = new ColumnTableBuilder(Accounts.Table);
        builder.Add(AccountRow.Of(accounts, row));
        ColumnTable account = builder.Build();
        parents ??= AsksForParents ? AccountParents.Of(accounts) : AccountParents.None;
        PlanAnswers answers = Assign(account, day, parents);
        RuleAsker asker = rules.Classify(account).Ask();
        asker.Turn(0);
        return [.. trees.Select((tree, layer) => new LayerExplanation(answers.Layers[layer][0], [.. Steps(tree, account, asker, day, parents)]))];
    }

    private IEnumerable<ExplanationStep> Steps(Tree tree, ColumnTable account, RuleAsker asker, DateOnly day, AccountParents parents)
    {
        string id = account[Accounts.Id][0] ?? "";
        if (OverrideOf(tree, id, day) is { } forced)
        {
            yield return ExplanationStep.Override(forced);
            yield break;
        }

        (TreeNode? node, string by) = NameOf(tree, id, parents, []);
        if (node is not null)
        {
            yield return ExplanationStep.Named(node.Territory, by == id ? null : by);
        }
        else if (tree.Scope >= 0)
        {
            RuleReason reason = rules.Explain(tree.Scope, account, 0);
            yield return ExplanationStep.Scope(tree.Layer, reason);
            if (!reason.Holds)
            {
                yield break;
            }
        }

        for (Siblings siblings = node?.Children ?? tree.Top; siblings.Nodes.Length > 0 || node is null; siblings = node.Children)
        {
            TreeNode[] children = siblings.Nodes;
            int taker = siblings.FirstOf(asker);
            int refusals = taker < 0 ? children.Length : taker;
            if (refusals > MostRefusals)
            {
                yield return ExplanationStep.More(refusals - MostRefusals);
            }

            foreach (TreeNode child in children.Take(taker < 0 ? children.Length : taker + 1).Skip(Math.Max(0, refusals - MostRefusals)))
            {
                yield return ExplanationStep.Asked(child.Territory, child.Rule < 0 ? null : rules.Explain(child.Rule, account, 0));
            }

            if (taker < 0)
            {
                yield return ExplanationStep.Left(node?.Territory);
                yield break;
            }

            node = children[taker];
        }
    }
}
