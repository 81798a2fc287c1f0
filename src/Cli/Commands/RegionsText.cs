using Bailiwick.Measures;
using Bailiwick.Territories;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>The regions of one layer that change hands, for a person.</summary>
internal sealed class RegionsText(IAnsiConsole console, Language language)
{
    private const int MostInText = 20;

    /// <summary>Where rows end, in words.</summary>
    public static Text Word(RowEnd end) => end switch
    {
        { Territory: { } territory } => new(territory.Value, territory.Value),
        { IsGap: true } => new("gap", "缺口"),
        _ => new("out of scope", "範圍外"),
    };

    public void Print(LayerRegions layer)
    {
        console.MarkupLine($"[bold]{Markup.Escape(Say(new($"Layer {layer.Layer}: for every account that may come", $"圖層 {layer.Layer}：適用於所有可能的客戶")))}[/]");
        foreach (MovedRegion moved in layer.Moved.Take(MostInText))
        {
            Text unreal = moved.IsConsistent ? new("", "") : new(" (no real place is so)", "（現實中沒有這樣的地點）");
            console.WriteLine(Say(new(
                $"  {Word(moved.From).English} → {Word(moved.To).English}: {Numbers.Share(moved.Share)} of all combinations, as {WitnessText.Of(moved.Witness).English}{unreal.English}",
                $"  {Word(moved.From).Chinese} → {Word(moved.To).Chinese}：{Numbers.Share(moved.Share)} 的組合，例如{WitnessText.Of(moved.Witness).Chinese}{unreal.Chinese}")));
        }

        foreach (MovedName name in layer.Named.Take(MostInText))
        {
            console.WriteLine(Say(new(
                $"  by name: {name.Account}, {name.From?.Value ?? "nobody"} → {name.To?.Value ?? "nobody"}",
                $"  指名客戶 {name.Account}：{name.From?.Value ?? "無"} → {name.To?.Value ?? "無"}")));
        }

        foreach (Undecided open in layer.Undecided.Take(MostInText))
        {
            console.WriteLine(Say(new($"  undecided {open.Territory}: {open.Why.English}", $"  未定 {open.Territory}：{open.Why.Chinese}")));
        }

        PrintEnd(layer);
    }

    private void PrintEnd(LayerRegions layer)
    {
        int most = Math.Max(layer.Moved.Length, Math.Max(layer.Named.Length, layer.Undecided.Length));
        if (most > MostInText)
        {
            console.WriteLine(Say(new($"  … and more: {layer.Moved.Length} moves, {layer.Named.Length} names; all with --json.", $"  ……另有更多：{layer.Moved.Length} 項換手、{layer.Named.Length} 個指名客戶；用 --json 看全部。")));
        }
        else if (most == 0)
        {
            console.WriteLine(Say(new("  Nothing changes hands.", "  沒有換手。")));
        }
    }

    private string Say(Text text) => text.In(language);
}
