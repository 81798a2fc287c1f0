using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Workbench.Design;

/// <summary>Writes a design as a plan file with one list file of area codes a territory.</summary>
internal static class DesignPlanWriter
{
    internal static DesignResult Write(DesignResult design, DesignWork work)
    {
        (DesignRequest request, Language language) = (work.Request, work.Request.Language);
        var text = new StringBuilder();
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"# {Remark(work).In(language)}\n");
        text.Append(CultureInfo.InvariantCulture, $"plan: {Quoted(request.Name ?? Title(work).In(language))}\n");
        text.Append(CultureInfo.InvariantCulture, $"effective: {request.Effective ?? work.Today:yyyy-MM-dd}\n");
        if (!work.Scope.Fields.IsEmpty)
        {
            string fields = string.Join(", ", work.Scope.Fields.Select(field => $"{field.Key}: {(field.Value == FieldKind.Number ? "number" : "text")}"));
            text.Append(CultureInfo.InvariantCulture, $"fields: {{ {fields} }}\n");
        }

        text.Append("layers:\n  - layer: core\n");
        if (work.Scope.Rule is { } rule)
        {
            text.Append(CultureInfo.InvariantCulture, $"    scope: '{rule.Replace("'", "''", StringComparison.Ordinal)}'\n");
        }

        text.Append("    territories:\n");
        foreach (DesignedTerritory territory in design.Territories)
        {
            string file = $"areas/{territory.Id}.csv";
            files[file] = string.Concat(territory.AreaIndexes.Select(area => work.Areas.Set.Areas[area].Code.Value + "\n"));
            text.Append(CultureInfo.InvariantCulture, $"      - id: {territory.Id}\n");
            text.Append(CultureInfo.InvariantCulture, $"        name: {Quoted(territory.Name.In(language))}\n");
            text.Append(CultureInfo.InvariantCulture, $"        where: area of \"{work.Areas.Set.Id}\" in list(\"{file}\")\n");
        }

        if (request.KeepsUnplaced)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - id: unplaced\n        name: {Quoted(new Text("Not placed yet", "尚未定位").In(language))}\n        where: otherwise\n");
        }

        return design with { Plan = text.ToString(), Files = files.ToImmutable() };
    }

    private static Text Title(DesignWork work) => new(
        $"{work.Areas.Set.Name.English}, {work.Request.Territories} territories",
        $"{work.Areas.Set.Name.Chinese}，{work.Request.Territories} 個轄區");

    private static Text Remark(DesignWork work)
    {
        string measures = string.Join(", ", work.Measures.Select(measure => measure.Name));
        string tolerance = string.Create(CultureInfo.InvariantCulture, $"±{work.Request.Tolerance.Value * 100:0.##} %");
        return new Text(
            $"Designed over {work.Areas.Indexes.Length} areas, balanced by {measures} within {tolerance}, seed {work.Request.Seed}. Accounts in no area: {(work.Request.KeepsUnplaced ? "kept in a territory of their own" : "a gap, so that they are seen")}.",
            $"以 {work.Areas.Indexes.Length} 個區域劃分，依 {measures} 平衡，容許差 {tolerance}，種子 {work.Request.Seed}。不在任何區域的客戶：{(work.Request.KeepsUnplaced ? "另設一個轄區" : "列為缺口，以便看見")}。");
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
