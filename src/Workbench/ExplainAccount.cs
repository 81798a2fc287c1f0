using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>Which account to explain, by which plan.</summary>
/// <param name="Account">The account, or the lead of a file of leads.</param>
/// <param name="Clock">Tells the day when neither the request nor the plan does.</param>
/// <param name="FileOrKey">A plan file, or the key of a kept plan; null is the plan in force.</param>
public sealed record ExplainRequest(AccountId Account, TimeProvider Clock, string? FileOrKey = null)
{
    /// <summary>The day for overrides and holdouts; by default today for the plan in force, else the plan's effective day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether <see cref="FileOrKey"/> is the key of a kept plan, and never a file.</summary>
    public bool IsKept { get; init; }

    /// <summary>The file in which the account stands; null is the workspace.</summary>
    public ExplainFile? File { get; init; }
}

/// <summary>A file of accounts or leads.</summary>
/// <param name="Source">The file.</param>
/// <param name="Table">What is in it.</param>
public sealed record ExplainFile(IMarketSource Source, MarketTable Table);

/// <summary>Why an account is where it is, and what would move it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">Its name, when it has one.</param>
/// <param name="Plan">The plan's name; null when there are problems.</param>
/// <param name="Day">The day for which it is told.</param>
/// <param name="Layers">One explanation a layer.</param>
/// <param name="Owners">Per layer who is accountable; null for nobody.</param>
/// <param name="Holdouts">Per layer the holdout that keeps the owner; null for none.</param>
/// <param name="Problems">Why it cannot be told.</param>
public sealed record AccountExplanation(
    AccountId Account,
    string? Name,
    string? Plan,
    DateOnly Day,
    ImmutableArray<LayerExplanation> Layers,
    ImmutableArray<RepId?> Owners,
    ImmutableArray<Holdout?> Holdouts,
    IReadOnlyList<Problem> Problems);

/// <summary>Explains an account: the territories walked, the condition that decided at each step, who was next, and what would move it.</summary>
public static class ExplainAccount
{
    /// <summary>Explains an account of the workspace, or of a file.</summary>
    /// <param name="workspace">The workspace; null to do without, with a plan file and a file of accounts.</param>
    /// <param name="house">The house's geography.</param>
    /// <param name="request">What to explain.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static AccountExplanation Run(Workspace? workspace, Atlas house, ExplainRequest request, CancellationToken cancellation)
    {
        DateOnly today = PlanReference.Today(request.Clock);
        AccountExplanation Unknown(params IReadOnlyList<Problem> problems) => new(request.Account, null, null, request.Day ?? today, [], [], [], problems);
        Plan? inForce = request.FileOrKey is null ? workspace?.Plans.InForce(request.Day ?? today) : null;
        if (request.FileOrKey is null && inForce is null)
        {
            return Unknown(Problems.NoPlanInForce(request.Day ?? today));
        }

        (PlanReading reading, _) = PlanReference.Read(workspace, request.FileOrKey ?? inForce!.Id.Value, request.IsKept || inForce is not null);
        if (reading.Plan is not { } plan)
        {
            return Unknown(reading.Problems);
        }

        Atlas atlas = workspace is null ? house : WorkspaceAtlas.Of(workspace, house);
        var matcher = PlanMatcher.Compile(plan, atlas);
        DateOnly day = request.Day ?? (inForce is not null ? today : plan.Effective ?? today);
        Found found = request.File is { } file ? InFile(file, request.Account, matcher, RowPlaces.AsGiven(atlas, matcher.AsksForPoints), cancellation)
            : InMarket(workspace!.Market.Load(cancellation).Accounts, request.Account, matcher);
        return found.Row is not { } account
            ? Unknown(PlanProblems.UnknownAccount(request.Account, found.Nearest))
            : Explain(request.Account, account, matcher, new ExplainOptions(day, found.Parents, request.File is null ? RowPlaces.AsImported(atlas) : RowPlaces.AsGiven(atlas, matcher.AsksForPoints)));
    }

    private static AccountExplanation Explain(AccountId id, ColumnTable account, PlanMatcher matcher, ExplainOptions options)
    {
        PlanAnswers answers = matcher.Assign(account, options.Day, options.Parents);
        var owners = new OwnerBook(matcher, options.Day);
        string named = (account.Table == Leads.Table ? account[Leads.Account][0] : null) ?? id.Value;
        return new AccountExplanation(
            id,
            account.Table == Leads.Table ? account[Leads.Company][0] ?? account[Leads.Name][0] : account[Accounts.Name][0],
            matcher.Plan.Name,
            options.Day,
            matcher.Explain(account, 0, options),
            [.. answers.Layers.Select(layer => owners.OwnerOf(named, layer, 0))],
            [.. answers.Layers.Select(layer => owners.HoldoutOf(named, layer.Layer.Name))],
            [.. matcher.Problems, .. answers.Problems]);
    }

    private static Found InMarket(ColumnTable accounts, AccountId account, PlanMatcher matcher)
    {
        TextValues ids = accounts[Accounts.Id];
        int code = Array.IndexOf(ids.Values, account.Value);
        int row = code < 0 ? -1 : Array.IndexOf(ids.Codes, code);
        return row < 0
            ? new Found(null, null, NearestName.To(account.Value, ids.Values))
            : new Found(Alone(accounts, row), matcher.AsksForParents ? AccountParents.Of(accounts) : AccountParents.None, null);
    }

    private static Found InFile(ExplainFile file, AccountId account, PlanMatcher matcher, Func<ColumnTable, ColumnTable> place, CancellationToken cancellation)
    {
        TextColumn key = file.Table == Leads.Table ? Leads.Id : Accounts.Id;
        bool asksForParents = matcher.AsksForParents && file.Table == Accounts.Table;
        var parents = new AccountParents();
        var ids = new List<string>();
        ColumnTable? found = null;
        foreach (ColumnTable batch in file.Source.Batches(file.Table))
        {
            cancellation.ThrowIfCancellationRequested();
            if (asksForParents)
            {
                parents.Add(batch);
            }

            for (int row = 0; row < batch.Count && found is null; row++)
            {
                string? id = batch[key][row];
                found = id == account.Value ? Alone(batch, row) : null;
                ids.Add(id ?? "");
            }
        }

        return found is null ? new Found(null, null, NearestName.To(account.Value, ids)) : new Found(place(found), parents, null);
    }

    private static ColumnTable Alone(ColumnTable rows, int row)
    {
        var table = new ColumnTableBuilder(rows.Table);
        table.Add(AccountRow.Of(rows, row));
        return table.Build();
    }

    /// <summary>An account that was sought.</summary>
    /// <param name="Row">A table of the account alone; null when it is not there.</param>
    /// <param name="Parents">Who belongs to whom.</param>
    /// <param name="Nearest">An id like the one that is not there.</param>
    private sealed record Found(ColumnTable? Row, AccountParents? Parents, string? Nearest);
}
