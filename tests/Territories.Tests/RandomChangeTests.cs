using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Territories.Tests;

/// <summary>What would move an account, on random plans: every move is one by the naive reading, no number is farther than it must be, and no field is forgotten.</summary>
public sealed class RandomChangeTests
{
    private const int AccountsAWorld = 6;
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());
    private static readonly ImmutableSortedDictionary<string, decimal> Steps = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, [KeyValuePair.Create("employees", 1m), KeyValuePair.Create("revenue", 0.0001m)]);

    [Fact]
    public void Single_changes_move_an_account_as_they_say_and_none_is_smaller()
    {
        int moves = 0;
        string failure = Campaign.Run(Campaign.IsLong ? 5_000 : 200, seed => RandomWorlds.Of(seed), world => Trouble(world, ref moves));
        Assert.True(failure.Length == 0, failure);
        Assert.True(moves > 2_000, $"{moves} moves");
    }

    private static string? Trouble(World world, ref int moves)
    {
        if (PlanFile.Parse("plan.yaml", PlanYaml.Of(world), PlanYaml.FilesOf(world.Plan)).Plan is not { } plan)
        {
            return null;
        }

        var matcher = PlanMatcher.Compile(plan with { Scope = plan.Scope with { Schemes = Schemes.AsRead } }, Atlas);
        ColumnTable accounts = AccountFile.Table(world.Accounts);
        for (int row = 0; row < Math.Min(AccountsAWorld, accounts.Count); row++)
        {
            ImmutableArray<LayerExplanation> told = matcher.Explain(accounts, row, new ExplainOptions(world.Day, null, Placed));
            moves += told.Sum(layer => layer.Moves.Length);
            foreach ((LayerModel layer, LayerExplanation explained) in world.Plan.Layers.Zip(told))
            {
                if (Trouble(new Case(world, layer, world.Accounts[row], explained)) is { } trouble)
                {
                    return $"{layer.Name}: {world.Accounts[row].Id} in {Of(explained.Answer)}: {trouble}";
                }
            }
        }

        return null;
    }

    private static string? Trouble(Case known)
    {
        foreach (AccountMove move in known.Told.Moves)
        {
            AccountModel changed = move.Change.Cells.Where(cell => !cell.Key.StartsWith("placed_", StringComparison.Ordinal)).Aggregate(known.Account, (account, cell) => With(account, cell.Key, cell.Value));
            Answer answer = known.Of(changed);
            if (answer != Of(move.Answer) || (answer.Territory, answer.Rule == "gap") == (Of(known.Told.Answer).Territory, Of(known.Told.Answer).Rule == "gap"))
            {
                return $"{move.Words.English} But it is in {answer}";
            }

            if (Nearer(move) is { } nearer && EndOf(known.Of(With(known.Account, move.Change.Field, nearer))) == EndOf(answer))
            {
                return $"{move.Words.English} But {nearer} would do";
            }
        }

        return Forgotten(known);
    }

    // A step back towards the present value.
    private static string? Nearer(AccountMove move)
    {
        if (!Steps.TryGetValue(move.Change.Field, out decimal step) || move.Change.From is null || move.Change.Cells.GetValueOrDefault(move.Change.Field) is not { } written)
        {
            return null;
        }

        decimal from = decimal.Parse(move.Change.From.Split(' ')[0], CultureInfo.InvariantCulture);
        decimal to = decimal.Parse(written, CultureInfo.InvariantCulture);
        return (to + (to > from ? -step : step)).ToString(CultureInfo.InvariantCulture);
    }

    // Values of one column at random: where one moves the account, a move of that column to there is told.
    private static string? Forgotten(Case known)
    {
        var chance = new Chance(known.World.Seed ^ 0xFEED);
        for (int draw = 0; draw < 40; draw++)
        {
            (string field, string value) = RandomCells.Of(chance);
            bool isDeclared = known.World.Plan.Fields.ContainsKey(field) || !RandomCells.CustomFields.Contains(field);
            Answer answer = known.Of(With(known.Account, field, value));
            if (isDeclared && EndOf(answer) != EndOf(Of(known.Told.Answer)) && !known.Told.Moves.Any(move => move.Change.Field == field && EndOf(Of(move.Answer)) == EndOf(answer)))
            {
                return $"with {field} {value} it would be in {answer}, and that is not told";
            }
        }

        return null;
    }

    private static AccountModel With(AccountModel account, string column, string? value) =>
        new(value is null ? account.Cells.Remove(column) : account.Cells.SetItem(column, value));

    // As AccountFile.Row finds places.
    private static ColumnTable Placed(ColumnTable rows)
    {
        var table = new ColumnTableBuilder(rows.Table);
        for (int at = 0; at < rows.Count; at++)
        {
            MarketRow row = AccountRow.Of(rows, at);
            string code = row[Accounts.Area]?.Split('/') is [Squares.Id, var own] ? own : "";
            (decimal Longitude, decimal Latitude)? middle = row[Accounts.Longitude] is null && Squares.Codes.Contains(code) ? Squares.MiddleOf(code) : null;
            row[Accounts.PlacedLongitude] = row[Accounts.Longitude] ?? (double?)middle?.Longitude;
            row[Accounts.PlacedLatitude] = row[Accounts.Latitude] ?? (double?)middle?.Latitude;
            row[Accounts.PlacedArea] = row[Accounts.PlacedLongitude] is null ? null : row[Accounts.Area];
            table.Add(row);
        }

        return table.Build();
    }

    private static string EndOf(Answer answer) => answer.Territory.Length > 0 ? answer.Territory : answer.Rule;

    private static Answer Of(PlanAnswer answer) => new(answer.Territory?.Value ?? "", answer.RuleName, answer.Path);

    private sealed record Case(World World, LayerModel Layer, AccountModel Account, LayerExplanation Told)
    {
        public Answer Of(AccountModel account) => new NaivePlan(World).Of(Layer, account);
    }
}
