using Bailiwick.Measures;
using Bailiwick.Territories.Engine;

namespace Bailiwick.Territories;

/// <summary>What is said of single accounts: overrides and names.</summary>
public sealed partial class PlanMatcher
{
    /// <summary>What one layer says of single accounts on one day.</summary>
    private sealed class Names(PlanMatcher plan, Tree tree, DateOnly day, AccountParents parents, List<Problem> problems)
    {
        private readonly NameFilter? filter = plan.filters[tree];

        /// <summary>Whether anything is said of any account.</summary>
        public bool AreThere => filter is not null;

        /// <summary>Whether anything may be said of an account; false is certain.</summary>
        public bool MayTell(string account) => filter!.MayHold(account) || (tree.HasFamilies && parents.HasParent(account));

        /// <summary>The node that an override or a name gives an account, and which of the two; null when nothing is said of it.</summary>
        public (TreeNode Node, MatchRule Rule)? Of(string account) =>
            OverrideOf(account) is { } forced ? (tree.NodeAt(plan.IndexOf(forced.Territory)), MatchRule.Override)
            : NameOf(account).Node is { } named ? (named, MatchRule.Named)
            : null;

        public AccountOverride? OverrideOf(string account) =>
            plan.overrides.TryGetValue((tree.Layer.Name, account), out List<AccountOverride>? known) ? known.Find(each => each.Days.Contains(day)) : null;

        /// <summary>The node that names an account, and by which account's name: its own, else that of the nearest ancestor whose family stays together.</summary>
        public (TreeNode? Node, string By) NameOf(string account)
        {
            if (tree.Named.TryGetValue(account, out TreeNode? own))
            {
                return (own, account);
            }

            if (tree.HasFamilies)
            {
                foreach (string ancestor in parents.AncestorsOf(account, problems))
                {
                    if (tree.Named.TryGetValue(ancestor, out TreeNode? family) && family.Territory.IsFamilyTogether)
                    {
                        return (family, ancestor);
                    }
                }
            }

            return (null, account);
        }
    }
}
