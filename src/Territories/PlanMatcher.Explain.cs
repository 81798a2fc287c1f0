using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>Why an account is where it is: the walk again, told step by step.</summary>
public sealed partial class PlanMatcher
{
    /// <summary>So many siblings that did not take an account are told one by one, those nearest before the one that took it.</summary>
    public const int MostRefusals = 20;

    /// <summary>Explains one account or lead of a table: one explanation a layer.</summary>
    /// <param name="accounts">Accounts or leads with their places found.</param>
    /// <param name="row">The one.</param>
    /// <param name="options">For which day, and what is known beside the table.</param>
    public ImmutableArray<LayerExplanation> Explain(ColumnTable accounts, int row, ExplainOptions options)
    {
        // A table of one row makes each question cheap, and gives the same answers by the same code.
        var builder = new ColumnTableBuilder(accounts.Table);
        builder.Add(AccountRow.Of(accounts, row));
        ColumnTable account = builder.Build();
        DateOnly day = options.Day;
        AccountParents parents = options.Parents ?? (AsksForParents ? AccountParents.Of(accounts) : AccountParents.None);
        PlanAnswers answers = Assign(account, day, parents);
        PlanAnswers unnamed = Unnamed(account, day);
        IReadOnlyList<LayerAnswers> next = RunnersUp(account, answers);
        ImmutableArray<AccountMove>[] moves = MovesOf(account, answers, options with { Parents = parents });
        var classes = new int[space.Axes.Length];
        space.Classify(account).Row(0, classes);
        RuleReason Ask(int rule) => space.Explain(rule, account, 0, classes);
        return
        [
            .. layers.Select((layer, number) =>
            {
                var names = new Names(this, layer.Tree, day, parents, []);
                string id = NamesIn(account)[0] ?? "";
                PlanAnswer answer = answers.Layers[number][0];
                return new LayerExplanation(
                    answer,
                    [.. Steps(names, layer.Tree, (id, answers.Layers[number].NodeOf(0)), Ask)],
                    answer.Territory is not null && next[number][0] is { Territory: not null } second ? second : null,
                    names.Of(id) is null ? null : unnamed.Layers[number][0],
                    moves[number]);
            }),
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
