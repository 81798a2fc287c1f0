using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>One item of a rule → a condition of a plan. What has no equivalent is an error with its place, and null.</summary>
/// <remarks>
/// As Salesforce's page "Filter Operators" has it: several values with commas are alternatives, <c>notEqual</c> none of them, and
/// texts compare without case. <c>notEqual</c> also holds for a blank field.
/// </remarks>
internal sealed partial class ItemReader(PlanReport report, PlanImportOptions options, AccountFields fields, PlacesByName places)
{
    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="countries">The countries in which a state code is looked up.</param>
    public Clause? Read(ModelItem item, IReadOnlyCollection<string> countries)
    {
        if (!Operations.All.Contains(item.Operation, StringComparer.Ordinal))
        {
            return Refuse(PlanProblems.UnknownOperation(item));
        }

        if (item.Operation == Operations.Within)
        {
            return ReadDistance(item);
        }

        if (fields.Find(item.Field) is not { } target)
        {
            return Refuse(PlanProblems.NoField(item));
        }

        return target switch
        {
            (AccountFields.Country, _) => ReadPlace(item, target.Field, value => places.Country(value) is { } country ? [country] : []),
            (AccountFields.Subdivision, _) => ReadPlace(item, target.Field, value => places.Subdivisions(value, countries)),
            (_, FieldKind.Postal) => ReadPostal(item, target.Field),
            (_, FieldKind.Number or FieldKind.Money) => ReadNumber(item, target.Field, target.Kind),
            (_, FieldKind.Date) => ReadDate(item, target.Field),
            (_, FieldKind.Set) => ReadSet(item, target.Field),
            (_, FieldKind.Text or FieldKind.Code) => ReadText(item, target.Field),
            _ => Refuse(PlanProblems.NoField(item)),
        };
    }

    /// <summary>The countries that an item asks for; none when it is not about countries.</summary>
    public IEnumerable<string> CountriesOf(ModelItem item) =>
        fields.Find(item.Field)?.Field == AccountFields.Country && item.Operation is Operations.EqualTo or Operations.Contains
            ? ItemValues.Split(item.Value).Select(places.Country).OfType<string>()
            : [];

    private Clause? ReadPlace(ModelItem item, string field, Func<string, IReadOnlyList<string>> codesOf)
    {
        bool isPart = item.Operation is Operations.Contains or Operations.NotContain;
        if (!isPart && item.Operation is not (Operations.EqualTo or Operations.NotEqualTo))
        {
            return Refuse(PlanProblems.NoEquivalent(item));
        }

        var codes = new List<string>();
        bool asksBlank = false;
        foreach (string value in ItemValues.Split(item.Value))
        {
            asksBlank |= value.Length == 0;
            IReadOnlyList<string> found = value.Length == 0 ? [] : codesOf(value);
            if (found.Count == 0 && value.Length > 0)
            {
                report.Add(PlanProblems.UnknownPlace(item, value));
            }

            codes.AddRange(found);
        }

        // Salesforce advises contains where states and countries are picklists: with whole codes and names it means the same as equals.
        if (isPart && codes.Count > 0)
        {
            report.Add(PlanProblems.TakenFor(item, Operations.EqualTo));
        }

        return OneOf(item, field, codes, asksBlank, item.Operation is Operations.NotEqualTo or Operations.NotContain);
    }

    private Clause? ReadText(ModelItem item, string field)
    {
        IReadOnlyList<string> values = ItemValues.Split(item.Value);
        return item.Operation switch
        {
            Operations.EqualTo or Operations.NotEqualTo => OneOf(item, field, values.Where(value => value.Length > 0), values.Any(value => value.Length == 0), item.Operation == Operations.NotEqualTo),
            Operations.StartsWith when values.All(value => value.Length > 0) => Clause.Any(values.Select(value => Ask(field, "starts with", value))),
            _ => Refuse(PlanProblems.NoEquivalent(item)),
        };
    }

    private Clause? ReadPostal(ModelItem item, string field)
    {
        if (Operations.IsOrder(item.Operation))
        {
            return ItemValues.Split(item.Value) is [{ } code] && PostalOrder.IsCode(code)
                ? PostalOrder.Read(field, item.Operation, code)
                : Refuse(PlanProblems.BadValue(item, new("one postal code", "一個郵遞區號")));
        }

        // A whole US code within a longer text is one with its +4.
        if (item.Operation == Operations.Contains && ItemValues.Split(item.Value).All(value => value.Length == 5 && value.All(char.IsAsciiDigit)))
        {
            report.Add(PlanProblems.TakenFor(item, Operations.StartsWith));
            return ReadText(item with { Operation = Operations.StartsWith }, field);
        }

        return ReadText(item, field);
    }

    private Clause? ReadNumber(ModelItem item, string field, FieldKind kind)
    {
        bool isOne = Operations.IsOrder(item.Operation) || Thousands().IsMatch(item.Value);
        IReadOnlyList<string> written = isOne ? [item.Value.Trim()] : ItemValues.Split(item.Value);
        ClauseValue?[] values = [.. written.Where(value => value.Length > 0).Select(value => Number(value, kind))];
        if (Array.Exists(values, value => value is null) || (Operations.IsOrder(item.Operation) && values.Length != 1))
        {
            return Refuse(PlanProblems.BadValue(item, new("a number", "數字")));
        }

        ImmutableArray<ClauseValue> numbers = [.. values.OfType<ClauseValue>()];
        return item.Operation switch
        {
            Operations.EqualTo or Operations.NotEqualTo =>
                Turn(Either(numbers.IsEmpty ? null : new AskClause(field, numbers.Length == 1 ? "=" : "in", numbers), written.Any(value => value.Length == 0) ? Unknown(field) : null), item.Operation == Operations.NotEqualTo),
            _ when Operations.IsOrder(item.Operation) => new AskClause(field, Sign(item.Operation), numbers),
            _ => Refuse(PlanProblems.NoEquivalent(item)),
        };
    }

    private Clause? ReadDate(ModelItem item, string field)
    {
        IReadOnlyList<string> written = ItemValues.Split(item.Value);
        ImmutableArray<ClauseValue> days = [.. written.Where(value => IsDay(value)).Select(value => new ClauseValue(ClauseValueKind.Date, value))];
        if (days.Length < written.Count(value => value.Length > 0) || (Operations.IsOrder(item.Operation) && days.Length != 1))
        {
            return Refuse(PlanProblems.BadValue(item, new("a day such as 2027-01-31", "日期（例如 2027-01-31）")));
        }

        return item.Operation switch
        {
            Operations.EqualTo or Operations.NotEqualTo =>
                Turn(Either(days.IsEmpty ? null : Clause.Any(days.Select(day => new AskClause(field, "=", [day]))), written.Any(value => value.Length == 0) ? Unknown(field) : null), item.Operation == Operations.NotEqualTo),
            _ when Operations.IsOrder(item.Operation) => new AskClause(field, Sign(item.Operation), days),
            _ => Refuse(PlanProblems.NoEquivalent(item)),
        };
    }

    // A;B asks for both, a comma between for either.
    private Clause? ReadSet(ModelItem item, string field)
    {
        string[][] groups = [.. ItemValues.Split(item.Value).Select(group => group.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        Clause? has = Either([.. groups.Select(group => group.Length == 0 ? Unknown(field) : Clause.All(group.Select(value => Ask(field, "has", value))))]);
        return item.Operation switch
        {
            Operations.Includes => has,
            Operations.Excludes => Turn(has, true),
            Operations.EqualTo when item.Value.Length == 0 => Unknown(field),
            Operations.NotEqualTo when item.Value.Length == 0 => new AskClause(field, "is known", []),
            _ => Refuse(PlanProblems.NoEquivalent(item)),
        };
    }

    private Clause? ReadDistance(ModelItem item)
    {
        // DISTANCE(BillingAddress, GEOLOCATION(37.79, -122.39), 'mi'): latitude comes first there.
        Match distance = Distance().Match(item.Field);
        return distance.Success && ItemValues.NumberOf(item.Value) is { } number
            ? new AskClause("", "within", [
                new ClauseValue(ClauseValueKind.Number, number.ToString(CultureInfo.InvariantCulture), distance.Groups["unit"].Value.ToLowerInvariant()),
                new ClauseValue(ClauseValueKind.Number, distance.Groups["longitude"].Value),
                new ClauseValue(ClauseValueKind.Number, distance.Groups["latitude"].Value)])
            : Refuse(PlanProblems.NoEquivalent(item));
    }

    private Clause? OneOf(ModelItem item, string field, IEnumerable<string> values, bool asksBlank, bool isTurned)
    {
        string[] all = [.. values.Distinct(StringComparer.OrdinalIgnoreCase)];
        Clause? either = Either(all.Length == 0 ? null : AskClause.OneOf(field, all), asksBlank ? Unknown(field) : null);
        return either is null ? Refuse(PlanProblems.NothingLeft(item)) : Turn(either, isTurned);
    }

    private ClauseValue? Number(string written, FieldKind kind)
    {
        string? currency = kind == FieldKind.Money && written.Length > 3 && written.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 ? written[..3] : null;
        return ItemValues.NumberOf(currency is null ? written : written[3..].Trim()) is { } number
            ? new ClauseValue(ClauseValueKind.Number, number.ToString(CultureInfo.InvariantCulture), kind == FieldKind.Money ? currency ?? options.Currency : null)
            : null;
    }

    private Clause? Refuse(Problem problem)
    {
        report.Add(problem);
        return null;
    }

    private static Clause? Either(params ReadOnlySpan<Clause?> parts)
    {
        Clause[] all = [.. parts.ToArray().OfType<Clause>()];
        return all.Length == 0 ? null : Clause.Any(all);
    }

    private static Clause? Turn(Clause? clause, bool isTurned) => (clause, isTurned) switch
    {
        (null, _) or (_, false) => clause,
        (AskClause { Operator: "is unknown" } blank, _) => blank with { Operator = "is known" },
        _ => new NotClause(clause),
    };

    private static AskClause Ask(string field, string operation, string value) => new(field, operation, [ClauseValue.OfText(value)]);

    private static AskClause Unknown(string field) => new(field, "is unknown", []);

    private static bool IsDay(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Sign(string operation) => operation switch
    {
        Operations.LessThan => "<",
        Operations.LessOrEqual => "<=",
        Operations.GreaterThan => ">",
        Operations.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "not an order"),
    };

    [GeneratedRegex(@"^\s*\d{1,3}(,\d{3})+(\.\d+)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^DISTANCE\(\s*Billing\w+\s*,\s*GEOLOCATION\(\s*(?<latitude>-?\d+(\.\d+)?)\s*,\s*(?<longitude>-?\d+(\.\d+)?)\s*\)\s*,\s*'(?<unit>mi|km)'\s*\)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Distance();
}
