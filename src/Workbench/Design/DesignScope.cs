using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Workbench.Design;

/// <summary>Which accounts a design is about, in which area each lies, and which areas it shares out.</summary>
internal sealed class DesignScope
{
    /// <summary>The account lies in no area of the set.</summary>
    internal const int Nowhere = -1;

    private DesignScope(string? rule, ImmutableSortedDictionary<string, FieldKind> fields, bool[] isIn, int[] areaOf, bool[] isAreaIn) =>
        (Rule, Fields, IsIn, AreaOf, IsAreaIn) = (rule, fields, isIn, areaOf, isAreaIn);

    /// <summary>The rule as the plan says it; null is every account.</summary>
    internal string? Rule { get; }

    /// <summary>The custom fields that the rule may speak of, with their types.</summary>
    internal ImmutableSortedDictionary<string, FieldKind> Fields { get; }

    /// <summary>Per account whether it is in scope.</summary>
    internal bool[] IsIn { get; }

    /// <summary>Per account the index of its area in the set, or <see cref="Nowhere"/>.</summary>
    internal int[] AreaOf { get; }

    /// <summary>Per area of the set whether it is shared out.</summary>
    internal bool[] IsAreaIn { get; }

    internal static (DesignScope? Scope, IReadOnlyList<Problem> Problems) Read(ColumnTable accounts, BoundarySet set, string? where, Atlas atlas)
    {
        int[] areaOf = Place(accounts, set);
        if (string.IsNullOrWhiteSpace(where))
        {
            return (Everything(accounts, set, areaOf), []);
        }

        ImmutableSortedDictionary<string, FieldKind> fields = CustomFields(accounts, where);
        var words = new RuleScope { CustomFields = fields };
        RuleReading reading = Rules.Rule.Parse(where, words, index => new Place("--where", 1, (index + 1).ToString(CultureInfo.InvariantCulture)));
        if (reading.Rule is null)
        {
            return (null, reading.Problems);
        }

        var rules = RuleSpace.Compile([reading.Rule], words, atlas);
        if (rules.Problems.Count > 0)
        {
            return (null, rules.Problems);
        }

        bool[] isIn = rules.Holds(0, rules.Classify(accounts));
        bool[] isAreaIn = rules.Holds(0, rules.Classify(PlanMap.AccountsOf(set)));
        return (new DesignScope(reading.Rule.ToString(), fields, isIn, areaOf, isAreaIn.Contains(true) ? isAreaIn : Around(set, isIn, areaOf)), []);
    }

    /// <summary>Without a rule every account counts that is not known to be in another country; the scope says so.</summary>
    private static DesignScope Everything(ColumnTable accounts, BoundarySet set, int[] areaOf)
    {
        string[] countries = [.. set.Areas.Select(area => area.Country).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        bool isOne = countries.Length == 1 && set.Areas.All(area => area.Country is not null);
        TextValues country = accounts[Accounts.Country];
        bool[] isForeign = [.. country.Values.Select(value => isOne && value != countries[0])];
        bool[] isIn = [.. Enumerable.Range(0, accounts.Count).Select(row => country.Codes[row] < 0 || !isForeign[country.Codes[row]])];
        string? rule = isIn.Contains(false) ? $"country is unknown or country = \"{countries[0]}\"" : null;
        return new DesignScope(rule, ImmutableSortedDictionary<string, FieldKind>.Empty, isIn, areaOf, [.. set.Areas.Select(_ => true)]);
    }

    /// <summary>The rule speaks of more than places: then every area of the countries that have accounts in scope.</summary>
    private static bool[] Around(BoundarySet set, bool[] isIn, int[] areaOf)
    {
        HashSet<string?> countries = [.. areaOf.Where((area, row) => isIn[row] && area != Nowhere).Select(area => set.Areas[area].Country)];
        return [.. set.Areas.Select(area => countries.Count == 0 || countries.Contains(area.Country))];
    }

    private static int[] Place(ColumnTable accounts, BoundarySet set)
    {
        TextValues placed = accounts[Accounts.PlacedArea];
        int?[] ofCode = [.. placed.Values.Select(value => value.StartsWith(set.Id + "/", StringComparison.Ordinal) ? set.IndexOf(new AreaCode(value[(set.Id.Length + 1)..])) : null)];
        var ofPoint = new Dictionary<LonLat, int>();
        var areaOf = new int[accounts.Count];
        for (int row = 0; row < areaOf.Length; row++)
        {
            areaOf[row] = (placed.Codes[row] >= 0 ? ofCode[placed.Codes[row]] : null)
                ?? (MarketPlaces.Of(accounts, row) is { } point ? ByPoint(point) : Nowhere);
        }

        return areaOf;

        int ByPoint(LonLat point) => ofPoint.TryGetValue(point, out int known) ? known : ofPoint[point] = set.Find(point) ?? Nowhere;
    }

    /// <summary>The custom fields of the market that the rule names: numbers when all their values are.</summary>
    private static ImmutableSortedDictionary<string, FieldKind> CustomFields(ColumnTable accounts, string where) => accounts.Custom
        .Where(field => Bailiwick.Rules.Fields.CanBeCustom(field.Key) && where.Contains(field.Key, StringComparison.OrdinalIgnoreCase))
        .ToImmutableSortedDictionary(
            field => field.Key,
            field => field.Value.Values.All(value => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) ? FieldKind.Number : FieldKind.Text,
            StringComparer.OrdinalIgnoreCase);
}
