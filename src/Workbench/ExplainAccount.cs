using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>Which account to explain, by which plan.</summary>
/// <param name="Account">The account.</param>
/// <param name="FileOrKey">A plan file, or the key of a kept plan; null is the plan in force.</param>
public sealed record ExplainRequest(AccountId Account, string? FileOrKey = null);

/// <summary>Why an account is where it is.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">Its name, when it has one.</param>
/// <param name="Plan">The plan's name; null when there are problems.</param>
/// <param name="Day">The day for which it is told.</param>
/// <param name="Layers">One explanation a layer.</param>
/// <param name="Owners">Per layer who is accountable; null for nobody.</param>
/// <param name="Problems">Why it cannot be told.</param>
public sealed record AccountExplanation(
    AccountId Account, string? Name, string? Plan, DateOnly Day, ImmutableArray<LayerExplanation> Layers, ImmutableArray<RepId?> Owners, IReadOnlyList<Problem> Problems);

/// <summary>Explains an account: the territories walked, and the condition that decided at each step.</summary>
public static class ExplainAccount
{
    /// <summary>Explains.</summary>
    public static AccountExplanation Run(Workspace workspace, Atlas house, ExplainRequest request, CancellationToken cancellation)
    {
        DateOnly today = PlanReference.Today(workspace);
        AccountExplanation Unknown(params IReadOnlyList<Problem> problems) => new(request.Account, null, null, today, [], [], problems);
        Plan? inForce = request.FileOrKey is null ? workspace.Plans.InForce(today) : null;
        if (request.FileOrKey is null && inForce is null)
        {
            return Unknown(Problems.NoPlanInForce(today));
        }

        (PlanReading reading, _) = PlanReference.Read(workspace, request.FileOrKey ?? inForce!.Id.Value);
        if (reading.Plan is not { } plan)
        {
            return Unknown(reading.Problems);
        }

        ColumnTable accounts = workspace.Market.Load(cancellation).Accounts;
        int row = Find(accounts[Accounts.Id], request.Account);
        if (row < 0)
        {
            return Unknown(PlanProblems.UnknownAccount(request.Account));
        }

        var matcher = PlanMatcher.Compile(plan, WorkspaceAtlas.Of(workspace, house));
        DateOnly day = inForce is not null ? today : plan.Effective ?? today;
        var builder = new ColumnTableBuilder(Accounts.Table);
        builder.Add(AccountRow.Of(accounts, row));
        ColumnTable account = builder.Build();
        AccountParents parents = matcher.AsksForParents ? AccountParents.Of(accounts) : AccountParents.None;
        PlanAnswers answers = matcher.Assign(account, day, parents, cancellation);
        return new AccountExplanation(
            request.Account,
            accounts[Accounts.Name][row],
            plan.Name,
            day,
            matcher.Explain(account, 0, day, parents),
            [.. new OwnerBook(matcher, day).Owners(account, answers).Select(owner => owner.Rep)],
            [.. matcher.Problems, .. answers.Problems]);
    }

    private static int Find(TextValues ids, AccountId account)
    {
        int code = Array.IndexOf(ids.Values, account.Value);
        return code < 0 ? -1 : Array.IndexOf(ids.Codes, code);
    }
}
