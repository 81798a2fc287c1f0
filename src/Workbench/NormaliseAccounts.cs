using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Sql;

namespace Bailiwick.Workbench;

/// <summary>Makes the normalised table that the SQL of a plan asks, of any number of accounts, in bounded memory, without a workspace.</summary>
public sealed class NormaliseAccounts
{
    private readonly ReadyPlan plan;
    private readonly Atlas atlas;

    /// <summary>Reads the plan.</summary>
    /// <param name="file">The plan file.</param>
    /// <param name="atlas">The geography.</param>
    /// <param name="clock">Tells the day for which overrides count when the plan has no effective day.</param>
    /// <param name="schemes">The industry schemes by whose trees rules go; null for none.</param>
    public NormaliseAccounts(string file, Atlas atlas, TimeProvider clock, IndustrySchemes? schemes = null)
    {
        this.atlas = atlas;
        plan = ReadyPlan.Read(file, atlas, clock, schemes);
        Sql = plan.Matcher?.ToSql();
    }

    /// <summary>Why nothing can be done, or what is doubtful.</summary>
    public IReadOnlyList<Problem> Problems => plan.Problems;

    /// <summary>The plan as SQL; null when it has errors.</summary>
    public PlanSql? Sql { get; }

    /// <summary>Names of the columns of a file that matter besides the key; null when the plan has errors.</summary>
    public IReadOnlySet<string>? FileColumns => plan.Matcher?.Columns;

    /// <summary>Accounts so far.</summary>
    public long Accounts { get; private set; }

    /// <summary>The rows of the table, streamed: cells in the order of <see cref="PlanSql.Columns"/>, null is unknown, accounts in the order of the source.</summary>
    /// <param name="source">Accounts as <see cref="AssignAccounts.Run"/> takes them. Read twice when the plan keeps families together.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <exception cref="InvalidOperationException">The plan has errors: ask <see cref="Sql"/> first.</exception>
    public IEnumerable<string?[]> Run(IMarketSource source, CancellationToken cancellation)
    {
        PlanSql sql = Sql ?? throw new InvalidOperationException("the plan has errors");
        Territories.AccountParents parents = plan.ParentsIn(source);
        foreach (ColumnTable accounts in source.Batches(Market.Accounts.Table).Select(plan.Preparation(atlas)))
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<string?[]> columns = sql.Normalise(accounts, plan.Day, parents);
            Accounts += accounts.Count;
            for (int row = 0; row < accounts.Count; row++)
            {
                yield return [.. columns.Select(column => column[row])];
            }
        }
    }
}
