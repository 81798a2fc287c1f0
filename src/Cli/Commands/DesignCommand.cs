using System.CommandLine;
using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick design</c>: balanced territories over areas, from the workspace's market.</summary>
internal sealed class DesignCommand : ICommand
{
    private readonly Option<string> boundaries = new("--boundaries") { HelpName = "SET", Required = true };
    private readonly Option<int> territories = new("--territories") { HelpName = "N", Required = true };
    private readonly Option<string?> where = new("--where") { HelpName = "RULE" };
    private readonly Option<string[]> balance = new("--balance") { HelpName = "MEASURE", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [DesignRequest.Accounts] };
    private readonly Option<double> tolerance = new("--tolerance")
    {
        HelpName = "SHARE",
        DefaultValueFactory = _ => 0.1,
        CustomParser = result => ShareText.TryRead(result.Tokens[0].Value) ?? Refuse(result),
    };

    private readonly Option<string?> name = new("--name") { HelpName = "TEXT" };
    private readonly Option<DateOnly?> effective = new("--effective") { HelpName = "DATE" };
    private readonly Option<bool> keepUnplaced = new("--keep-unplaced");
    private readonly Option<string> output = new("--out") { HelpName = "PLAN", Required = true };
    private readonly SearchOptionSet search = new();

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Design(call));

    public Command Describe(Language language)
    {
        boundaries.Description = new Text("the boundary set whose areas are shared out: us-counties, tw-towns …", "要劃分的邊界集：tw-towns、us-counties…").In(language);
        territories.Description = new Text("how many territories", "轄區數").In(language);
        territories.MustBeAtLeast(1);
        where.Description = new Text("which accounts count, in the rule language", "納入的客戶（規則語言）").In(language);
        balance.Description = new Text("what is balanced: accounts, customers, revenue, potential, area-fact:NAME", "平衡依據：accounts、customers、revenue、potential、area-fact:名稱").In(language);
        tolerance.Description = new Text("allowed distance from the even share: 10% or 0.1", "與平均的容許差：10% 或 0.1").In(language);
        name.Description = new Text("the plan's name", "方案名稱").In(language);
        effective.Description = new Text("first day of the plan; default: today", "方案生效日；預設為今天").In(language);
        keepUnplaced.Description = new Text("a territory of its own for accounts that lie in no area; without it they are a gap", "為不在任何區域的客戶另設轄區；否則列為缺口").In(language);
        output.Description = new Text("the plan file to write; its lists of areas go beside it, into areas/", "輸出的方案檔案；區域清單寫入同一資料夾的 areas/").In(language);
        var command = new Command("design", new Text("draw balanced, contiguous territories over areas", "在區域上劃分均衡且相連的業務轄區").In(language))
        {
            boundaries, territories, where, balance, tolerance, name, effective, keepUnplaced, output,
        };
        search.AddTo(command, language);
        return command;
    }

    private static double Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--tolerance: \"{result.Tokens[0].Value}\" ≠ 0 … 100 %");
        return 0;
    }

    private Outcome Design(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        Atlas atlas = WorkspaceAtlas.Of(workspace, WorkspaceAtlas.House());
        var request = new DesignRequest(call.Value(boundaries)!, call.Value(territories))
        {
            Where = call.Value(where),
            Balance = [.. call.Value(balance)!],
            Tolerance = Share.Of(call.Value(tolerance)),
            Iterations = search.Iterations(call),
            Time = search.Time(call),
            Seed = search.Seed(call),
            Name = call.Value(name),
            Effective = call.Value(effective),
            Language = call.Language,
            KeepsUnplaced = call.Value(keepUnplaced),
        };
        DesignResult result = call.WithProgress(progress => DesignTerritories.Run(workspace, atlas, request, progress, call.Cancellation));
        if (result.Plan is null)
        {
            return Outcome.Refused(result.Problems, call.Language);
        }

        string plan = call.Value(output)!;
        DesignTerritories.Save(result, plan);
        return new Outcome(DesignView.Of(result, request, plan), console => DesignView.Print(console, result, plan, call.Language));
    }
}

/// <summary>A share as people write it.</summary>
internal static class ShareText
{
    /// <summary><c>10%</c>, <c>10 %</c> or <c>0.1</c>; null when it is none, or not in 0 to 1.</summary>
    public static double? TryRead(string text)
    {
        string tidy = text.Trim();
        bool isPercent = tidy.EndsWith('%');
        return double.TryParse(isPercent ? tidy[..^1] : tidy, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && (isPercent ? value / 100 : value) is >= 0 and <= 1 and var share
            ? share
            : null;
    }
}
