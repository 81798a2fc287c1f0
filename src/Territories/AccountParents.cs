using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Territories;

/// <summary>Which account belongs to which: for families that stay together.</summary>
public sealed class AccountParents
{
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);

    /// <summary>Nobody has a parent.</summary>
    public static AccountParents None { get; } = new();

    /// <summary>The parents in a table of accounts.</summary>
    public static AccountParents Of(ColumnTable accounts)
    {
        var all = new AccountParents();
        all.Add(accounts);
        return all;
    }

    /// <summary>Notes the parents in a table of accounts.</summary>
    public void Add(ColumnTable accounts)
    {
        TextValues ids = accounts[Accounts.Id];
        TextValues above = accounts[Accounts.Parent];
        for (int row = 0; row < accounts.Count; row++)
        {
            if (above[row] is { } parent && ids[row] is { } account)
            {
                Add(account, parent);
            }
        }
    }

    /// <summary>Notes an account's parent; the last one counts.</summary>
    public void Add(string account, string parent) => parents[account] = parent;

    /// <summary>Whether an account belongs to another.</summary>
    internal bool HasParent(string account) => parents.ContainsKey(account);

    /// <summary>The ancestors of an account, nearest first; ends where they are not known.</summary>
    /// <param name="account">The account.</param>
    /// <param name="problems">Told of a cycle, at which the ancestors end too.</param>
    internal IEnumerable<string> AncestorsOf(string account, ICollection<Problem> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { account };
        string each = account;
        while (parents.TryGetValue(each, out string? parent))
        {
            if (!seen.Add(parent))
            {
                problems.Add(Problems.ParentCycle(account));
                yield break;
            }

            yield return parent;
            each = parent;
        }
    }
}
