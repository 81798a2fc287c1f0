using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories.Reading;

/// <summary>Reads the keys of one map. Unknown, repeated and missing keys are problems at once; a value of the wrong shape is one when asked for.</summary>
internal sealed class KeyReader
{
    private static readonly Text AText = new("a text", "文字");
    private static readonly Text AListOfTexts = new("a list of texts", "文字的清單");
    private static readonly Text AList = new("a list", "清單");
    private static readonly Text AMap = new("keys and values", "鍵與值");
    private static readonly Text ADay = new("a day such as 2027-01-31", "日期（例如 2027-01-31）");
    private static readonly Text ANumber = new("a number", "數字");
    private static readonly Text TrueOrFalse = new("true or false", "true 或 false");

    private readonly PlanReader plan;
    private readonly KeyTable table;
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);

    /// <param name="plan">Who collects the problems.</param>
    /// <param name="map">The map.</param>
    /// <param name="table">The keys it may have.</param>
    public KeyReader(PlanReader plan, YamlMap map, KeyTable table)
    {
        (this.plan, Map, this.table) = (plan, map, table);
        foreach ((YamlScalar key, YamlNode value) in map.Entries)
        {
            if (table.Find(key.Value) is null)
            {
                plan.Add(Problems.UnknownKey(plan.File, key, table.What, NearestName.To(key.Value, table.Keys.Select(known => known.Name))));
            }
            else if (!values.TryAdd(key.Value, value))
            {
                plan.Add(Problems.RepeatedKey(plan.File, key));
            }
        }

        foreach (PlanKey key in table.Keys.Where(key => key.IsNeeded && !Has(key.Name)))
        {
            plan.Add(Problems.MissingKey(plan.File, Map.Start, table.What, key.Name));
        }

        if (table.OneOf.Length > 0 && table.OneOf.Count(Has) != 1)
        {
            plan.Add(Problems.MissingKey(plan.File, Map.Start, table.What, string.Join(" | ", table.OneOf)));
        }
    }

    public YamlMap Map { get; }

    /// <summary>Whether the key is written, with a value.</summary>
    /// <exception cref="InvalidOperationException">The table has no such key, so no file could ever give it.</exception>
    public bool Has(string key) => table.Find(key) is null
        ? throw new InvalidOperationException($"{table.What.English} has no key {key}")
        : values.TryGetValue(key, out YamlNode? value) && value is not YamlScalar { IsNull: true };

    public YamlNode? Node(string key) => Has(key) ? values[key] : null;

    public YamlScalar? Scalar(string key) => Shape<YamlScalar>(key, AText);

    public string? Words(string key) => Scalar(key)?.Value;

    public ImmutableArray<YamlNode> Items(string key) => Shape<YamlList>(key, AList)?.Items ?? [];

    /// <summary>The items of a list of texts; others are problems.</summary>
    public IEnumerable<YamlScalar> Texts(string key)
    {
        foreach (YamlNode item in Items(key))
        {
            if (item is YamlScalar { IsNull: false } text)
            {
                yield return text;
            }
            else
            {
                plan.Add(Problems.WrongShape(plan.File, item.Start, key, AListOfTexts, null));
            }
        }
    }

    public YamlMap? Keys(string key) => Shape<YamlMap>(key, AMap);

    public DateOnly? Day(string key) => Read(key, ADay, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : (DateOnly?)null);

    public decimal? Number(string key) => Read(key, ANumber, NumberOf);

    public bool YesOrNo(string key) => Read(key, TrueOrFalse, text => text switch { "true" => true, "false" => false, _ => (bool?)null }) ?? false;

    public Days Days()
    {
        var days = new Days(Day("from"), Day("until"));
        if (days.From > days.Until)
        {
            plan.Add(Problems.DatesReversed(plan.File, Map.Start));
        }

        return days;
    }

    /// <summary>A number as plan files write it: digits with a decimal point, in no culture.</summary>
    public static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private T? Read<T>(string key, Text wanted, Func<string, T?> read)
        where T : struct
    {
        if (Shape<YamlScalar>(key, wanted) is not { } scalar)
        {
            return null;
        }

        if (read(scalar.Value) is not { } value)
        {
            plan.Add(Problems.WrongShape(plan.File, scalar.Start, key, wanted, scalar.Value));
            return null;
        }

        return value;
    }

    private T? Shape<T>(string key, Text wanted)
        where T : YamlNode
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (node is not T shaped)
        {
            plan.Add(Problems.WrongShape(plan.File, node.Start, key, wanted, (node as YamlScalar)?.Value));
            return null;
        }

        return shaped;
    }
}
