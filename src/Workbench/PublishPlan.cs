using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>Which plan to publish, and from when.</summary>
/// <param name="FileOrKey">A plan file, or the key of a kept plan.</param>
/// <param name="Effective">First day in force; null is the plan's own, and without one today.</param>
public sealed record PublishRequest(string FileOrKey, DateOnly? Effective = null);

/// <summary>What a publication did.</summary>
/// <param name="Plan">The published plan; null when nothing was published.</param>
/// <param name="Superseded">The plan that was in force on that day before.</param>
/// <param name="Accounts">Accounts matched.</param>
/// <param name="OwnersChanged">Accounts × layers whose territory or rep changed.</param>
/// <param name="Vacancies">Territories with accounts and without a rep.</param>
/// <param name="Gaps">By layer: accounts that reach no territory, and so have no owner.</param>
/// <param name="Problems">Why nothing was published; or doubts.</param>
public sealed record Publication(
    Plan? Plan,
    PlanId? Superseded,
    int Accounts,
    long OwnersChanged,
    ImmutableArray<TerritoryId> Vacancies,
    ImmutableArray<(string Layer, long Accounts)> Gaps,
    IReadOnlyList<Problem> Problems)
{
    internal static Publication Refused(IReadOnlyList<Problem> problems) => new(null, null, 0, 0, [], [], problems);
}

/// <summary>Publishes a plan: reads it with its files, checks it, matches all accounts, and makes plan and owners take effect together.</summary>
public static class PublishPlan
{
    /// <summary>Publishes, or refuses and changes nothing.</summary>
    public static Publication Run(Workspace workspace, Atlas house, PublishRequest request, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        (PlanReading reading, Plan? kept) = PlanReference.Read(workspace, request.FileOrKey);
        if (reading.Plan is not { } document)
        {
            return Publication.Refused(reading.Problems);
        }

        Atlas atlas = WorkspaceAtlas.Of(workspace, house);
        var matcher = PlanMatcher.Compile(document, atlas);
        DateOnly day = request.Effective ?? document.Effective ?? PlanReference.Today(workspace);
        ColumnTable accounts = workspace.Market.Load(cancellation).Accounts;
        progress?.Report(new Progress(new("Matching accounts", "比對客戶"), 0, accounts.Count));
        PlanAnswers answers = matcher.Assign(accounts, day, null, cancellation);
        progress?.Report(new Progress(new("Matching accounts", "比對客戶"), accounts.Count, accounts.Count));
        Problem[] problems =
        [
            .. reading.Problems, .. matcher.Problems, .. answers.Problems,
            .. CheckPlan.Expect(matcher, atlas, accounts, answers, day).Where(expect => expect.Holds == false).Select(expect => expect.Problem),
        ];
        return problems.Any(problem => problem.Severity == Severity.Error)
            ? Publication.Refused(problems)
            : Publish(workspace, Draft(workspace, document, kept, day), new Matched(matcher, accounts, answers, problems), progress, cancellation);
    }

    private static Publication Publish(Workspace workspace, Plan draft, Matched matched, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        PlanId? over = workspace.Plans.InForce(draft.Effective)?.Id;
        IReadOnlyList<Problem> unsaved = workspace.Plans.Save(draft);
        if (unsaved.Count > 0)
        {
            return Publication.Refused(unsaved);
        }

        var book = new OwnerBook(matched.Matcher, draft.Effective);
        progress?.Report(new Progress(new("Publishing owners", "發布負責人"), 0, null));
        PublishResult result = workspace.Plans.Publish(draft, over, book.Owners(matched.Accounts, matched.Answers), workspace.Clock.GetUtcNow(), cancellation);
        if (!result.IsPublished)
        {
            return Publication.Refused(result.Problems);
        }

        return new Publication(
            workspace.Plans.Find(draft.Id),
            result.Superseded,
            matched.Accounts.Count,
            result.OwnersChanged,
            [.. book.Vacancies(matched.Answers)],
            [.. matched.Answers.Layers.Select(layer => (layer.Layer.Name, Enumerable.Range(0, layer.Count).LongCount(row => layer.RuleOf(row) == MatchRule.Gap)))],
            matched.Problems);
    }

    // A file becomes a draft under a key made of its name, or takes the place of the draft that has it.
    private static Plan Draft(Workspace workspace, PlanDocument document, Plan? kept, DateOnly day)
    {
        PlanId id = kept?.Id ?? PlanKeys.Of(document.Name, key => workspace.Plans.Find(key) is { State: not PlanState.Draft });
        DateTimeOffset created = workspace.Plans.Find(id)?.Created ?? workspace.Clock.GetUtcNow();
        return new Plan(id, document.Name, PlanState.Draft, day, document.Source, document.Files, created, null);
    }

    private sealed record Matched(PlanMatcher Matcher, ColumnTable Accounts, PlanAnswers Answers, IReadOnlyList<Problem> Problems);
}
