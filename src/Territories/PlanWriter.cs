using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>Sketch → text of a plan file, one key a line.</summary>
internal sealed class PlanWriter
{
    private readonly StringBuilder text = new();

    public static string Write(PlanSketch plan)
    {
        var writer = new PlanWriter();
        writer.WriteHead(plan);
        foreach (LayerSketch layer in plan.Layers)
        {
            writer.Line(2, "- layer: ", Scalar(layer.Name));
            writer.WriteTerritories(4, layer.Territories);
        }

        writer.WriteReps(plan.Reps);
        return writer.text.ToString();
    }

    private void WriteHead(PlanSketch plan)
    {
        WriteRemarks(0, plan.Remarks);
        Line(0, "plan: ", Scalar(plan.Name));
        if (!plan.Fields.IsEmpty)
        {
            Dictionary<FieldKind, string> words = Fields.CustomKinds.ToDictionary(kind => kind.Value, kind => kind.Key);
            Line(0, "fields:");
            foreach ((string field, FieldKind kind) in plan.Fields)
            {
                Line(2, Scalar(field), ": ", words[kind]);
            }
        }

        if (!plan.Rates.IsEmpty)
        {
            Line(0, "rates: { ", string.Join(", ", plan.Rates.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.Key}: {rate.Value}"))), " }");
        }

        Line(0, "layers:");
    }

    private void WriteTerritories(int indent, ImmutableArray<TerritorySketch> territories)
    {
        Line(indent, territories.IsEmpty ? "territories: []" : "territories:");
        foreach (TerritorySketch territory in territories)
        {
            WriteTerritory(indent + 2, territory);
        }
    }

    private void WriteTerritory(int indent, TerritorySketch territory)
    {
        WriteRemarks(indent, territory.Remarks);
        Line(indent, "- id: ", Scalar(territory.Id));
        indent += 2;
        if (territory.Name is { } name && name != territory.Id)
        {
            Line(indent, "name: ", Scalar(name));
        }

        if (territory.Where is { } where)
        {
            Line(indent, "where: ", Scalar(where));
        }

        if (territory.AccountsFile is { } file)
        {
            Line(indent, "accounts: ", Scalar($"list(\"{file}\")"));
        }
        else if (!territory.Accounts.IsEmpty || territory.Where is null)
        {
            Line(indent, "accounts: [", string.Join(", ", territory.Accounts.Select(account => FlowScalar(account.Value))), "]");
        }

        if (territory.Keeps)
        {
            Line(indent, "keeps: true");
        }

        if (!territory.Children.IsEmpty)
        {
            WriteTerritories(indent, territory.Children);
        }
    }

    private void WriteReps(ImmutableArray<TerritoryRep> reps)
    {
        if (reps.IsEmpty)
        {
            return;
        }

        Line(0, "reps:");
        foreach (TerritoryRep rep in reps)
        {
            string overlay = rep.Overlay.IsEmpty ? "" : $", overlay: [{string.Join(", ", rep.Overlay.Select(each => FlowScalar(each.Value)))}]";
            Line(2, "- { territory: ", FlowScalar(rep.Territory.Value), ", owner: ", FlowScalar(rep.Owner.Value), overlay, " }");
        }
    }

    private void WriteRemarks(int indent, ImmutableArray<string> remarks)
    {
        foreach (string remark in remarks)
        {
            Line(indent, "# ", string.Concat(remark.Select(each => char.IsControl(each) ? ' ' : each)));
        }
    }

    private void Line(int indent, params ReadOnlySpan<string> parts)
    {
        text.Append(' ', indent);
        foreach (string part in parts)
        {
            text.Append(part);
        }

        text.Append('\n');
    }

    /// <summary>A text as YAML reads it back: plain where that is sure, else in single quotes, else with escapes.</summary>
    private static string Scalar(string value) => IsPlain(value, isFlow: false) ? value : Quoted(value);

    private static string FlowScalar(string value) => IsPlain(value, isFlow: true) ? value : Quoted(value);

    private static bool IsPlain(string value, bool isFlow) =>
        value.Length > 0 && (char.IsLetter(value[0]) || char.IsAsciiDigit(value[0])) && !char.IsWhiteSpace(value[^1]) && value[^1] != ':'
        && value is not ("null" or "Null" or "NULL")
        && value.All(IsPrintable)
        && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal)
        && (!isFlow || value.All(each => char.IsLetterOrDigit(each) || each is '-' or '_' or '.'));

    private static string Quoted(string value)
    {
        if (value.All(IsPrintable))
        {
            return $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        var escaped = new StringBuilder("\"");
        foreach (char each in value)
        {
            escaped.Append(each switch
            {
                '"' or '\\' => $"\\{each}",
                _ when IsPrintable(each) => each.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)each:X4}"),
            });
        }

        return escaped.Append('"').ToString();
    }

    // Surrogates are escaped too: two escapes side by side read as the same two characters.
    private static bool IsPrintable(char each) => !char.IsControl(each) && !char.IsSurrogate(each) && each is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');
}
