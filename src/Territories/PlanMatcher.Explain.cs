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
        var classes = new int[space.Axes.Length];
        space.Classify(account).Row(0, classes);
        RuleReason Ask(int rule) => space.Explain(rule, account, 0, classes);
        return
        [
            .. layers.Select((layer, number) => new LayerExplanation(
                answers.Layers[number][0],
                [.. Steps(new Names(this, layer.Tree, day, parents, []), layer.Tree, (account[Accounts.Id][0] ?? "", answers.Layers[number].NodeOf(0)), Ask)])),
        ];
    }

    private static IEnumerable<ExplanationStep> Steps(Names names, Tree tree, (string Id, int Reached) account, Func<int, RuleReason> ask)
    {
        if (names.OverrideOf(account.Id) is { } forced)
        {
            yield return ExplanationStep.Override(forced);
            yield break;
        }

        (TreeNode? node, string by) = names.NameOf(account.Id);
        if (node is not null)
        {
            yield return ExplanationStep.Named(node.Territory, by == account.Id ? null : by);
        }
        else if (tree.Scope >= 0)
        {
            RuleReason reason = ask(tree.Scope);
            yield return ExplanationStep.Scope(tree.Layer, reason);
            if (!reason.Holds)
            {
                yield break;
            }
        }

        var reached = tree.PathTo(account.Reached).ToHashSet();
        for (Siblings siblings = node?.Children ?? tree.Top; siblings.Nodes.Length > 0 || node is null; siblings = node.Children)
        {
            TreeNode[] children = siblings.Nodes;
            int taker = Array.FindIndex(children, reached.Contains);
            int refusals = taker < 0 ? children.Length : taker;
            if (refusals > MostRefusals)
            {
                yield return ExplanationStep.More(refusals - MostRefusals);
            }

            foreach (TreeNode child in children.Take(taker < 0 ? children.Length : taker + 1).Skip(Math.Max(0, refusals - MostRefusals)))
            {
                yield return ExplanationStep.Asked(child.Territory, child.Rule < 0 ? null : ask(child.Rule));
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
