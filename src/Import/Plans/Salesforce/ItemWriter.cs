using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>An item of a rule as Salesforce writes it.</summary>
internal sealed record WrittenItem(string Field, string Operation, string Value);

/// <summary>A clause as items and a filter over them, numbered from 1.</summary>
internal sealed record WrittenClause(ImmutableArray<WrittenItem> Items, BooleanFilter Filter);

/// <summary>A condition of a plan → items of a rule; the other way of <see cref="ItemReader"/>.</summary>
/// <param name="fields">Field of a plan → API name of theirs, told by the person; they come before the house's own table.</param>
/// <param name="lists">List files of the plan: relative path → values.</param>
internal sealed class ItemWriter(IReadOnlyDictionary<string, string> fields, Func<string, IReadOnlyList<string>> lists)
{
    /// <summary>More items a rule may not have: Metadata API Developer Guide, Territory2Rule.</summary>
    public const int MostItems = 10;

    /// <summary>So many characters of values an item may have; Salesforce's help article 000385599 says a little more.</summary>
    public const int MostCharacters = 1_000;

    private readonly List<WrittenItem> items = [];

    /// <summary>The items; null, and why, when there is no equivalent.</summary>
    public static (WrittenClause? Written, NoItem Why) Write(Clause clause, IReadOnlyDictionary<string, string> fields, Func<string, IReadOnlyList<string>> lists)
    {
        var writer = new ItemWriter(fields, lists);
        try
        {
            BooleanFilter filter = writer.Of(clause, isTurned: false);
            return writer.items.Count > MostItems ? (null, NoItem.TooLong) : (new WrittenClause([.. writer.items], filter), default);
        }
        catch (NoItemException missing)
        {
            return (null, missing.Why);
        }
    }

    private BooleanFilter Of(Clause clause, bool isTurned) => clause switch
    {
        NotClause not => Of(not.Inner, !isTurned),
        AllClause all => Join(all.Parts, isTurned, isAll: !isTurned),
        AnyClause any => Join(any.Parts, isTurned, isAll: isTurned),
        AskClause ask => OfAsk(ask, isTurned),
        _ => throw new InvalidOperationException($"no items of {clause.GetType().Name}"),
    };

    private BooleanFilter Join(ImmutableArray<Clause> parts, bool isTurned, bool isAll) => Joined([.. parts.Select(part => Of(part, isTurned))], isAll);

    private BooleanFilter OfAsk(AskClause ask, bool isTurned)
    {
        if (ask.Operator == "within")
        {
            return Turned(Distance(ask), isTurned);
        }

        if (ask.Set is not null || NameOf(ask.Field) is not { } name)
        {
            throw new NoItemException(ask.Operator == "inside" || ask.Set is not null ? NoItem.NoOperation : NoItem.NoField);
        }

        return ask.Operator switch
        {
            "is known" => Item(name, isTurned ? Operations.EqualTo : Operations.NotEqualTo, ""),
            "is unknown" => Item(name, isTurned ? Operations.NotEqualTo : Operations.EqualTo, ""),
            "!=" => Turned(Joined([Equal(ask, name, isTurned: true), Item(name, Operations.NotEqualTo, "")], isAll: true), isTurned),
            "=" or "in" => Equal(ask, name, isTurned),
            "has" => Item(name, isTurned ? Operations.Excludes : Operations.Includes, Quoted(ask.Values[0].Text)),
            "starts with" => Turned(Item(name, Operations.StartsWith, Quoted(ask.Values[0].Text)), isTurned),
            "between" => Turned(Between(ask, name), isTurned),
            "<" => Turned(Item(name, Operations.LessThan, Text(ask.Values[0])), isTurned),
            "<=" => Turned(Item(name, Operations.LessOrEqual, Text(ask.Values[0])), isTurned),
            ">" => Turned(Item(name, Operations.GreaterThan, Text(ask.Values[0])), isTurned),
            ">=" => Turned(Item(name, Operations.GreaterOrEqual, Text(ask.Values[0])), isTurned),
            _ => throw new NoItemException(NoItem.NoOperation),
        };
    }

    // A list longer than an item may be is cut into several, joined by OR; turned, by AND.
    private BooleanFilter Equal(AskClause ask, string name, bool isTurned)
    {
        if (ask.Values.Length > 1 && ask.Values[0].Kind == ClauseValueKind.Number)
        {
            // 10,200 would read as ten thousand and two hundred.
            return Joined([.. ask.Values.Select(value => Item(name, isTurned ? Operations.NotEqualTo : Operations.EqualTo, Text(value)))], isAll: isTurned);
        }

        IEnumerable<string> values = ask.File is { } file ? lists(file) : ask.Values.Select(Text);
        return ask.Field == AccountFields.Subdivision ? Turned(States(values, name), isTurned) : OneOf(values.Select(ItemValues.Quote), name, isTurned);
    }

    // US-CA is the state CA of the US: said so in one breath, since many countries have a state CA.
    private BooleanFilter States(IEnumerable<string> codes, string name)
    {
        string[][] parts = [.. codes.Select(code => code.ToUpperInvariant().Split('-', 2))];
        if (Array.Exists(parts, part => part.Length != 2))
        {
            throw new NoItemException(NoItem.NoOperation);
        }

        string country = NameOf(AccountFields.Country)!;
        return Joined(
            [
                .. parts.GroupBy(part => part[0], StringComparer.Ordinal)
                    .Select(states => Joined([Item(country, Operations.EqualTo, states.Key), OneOf(states.Select(state => state[1]), name, isTurned: false)], isAll: true)),
            ],
            isAll: false);
    }

    private BooleanFilter OneOf(IEnumerable<string> values, string name, bool isTurned)
    {
        var parts = new List<string>();
        foreach (string value in values)
        {
            if (parts.Count == 0 || parts[^1].Length + value.Length + 1 > MostCharacters)
            {
                parts.Add(value);
            }
            else
            {
                parts[^1] += $",{value}";
            }
        }

        return parts.Count is 0 or > MostItems
            ? throw new NoItemException(NoItem.TooLong)
            : Joined([.. parts.Select(part => Item(name, isTurned ? Operations.NotEqualTo : Operations.EqualTo, part))], isAll: isTurned);
    }

    // The upper end of postal codes takes codes that begin with it.
    private BooleanFilter Between(AskClause ask, string name)
    {
        string high = Text(ask.Values[1]);
        BooleanFilter from = Item(name, Operations.GreaterOrEqual, Text(ask.Values[0]));
        BooleanFilter to = Item(name, Operations.LessOrEqual, high);
        return Joined([from, ask.Field == AccountFields.Postal ? Joined([to, Item(name, Operations.StartsWith, high)], isAll: false) : to], isAll: true);
    }

    private FilterItem Distance(AskClause ask)
    {
        (string number, string unit) = ask.Values[0] is { Unit: "m" } metres
            ? ((decimal.Parse(metres.Text, CultureInfo.InvariantCulture) / 1000).ToString(CultureInfo.InvariantCulture), "km")
            : (ask.Values[0].Text, ask.Values[0].Unit!);
        return Item($"DISTANCE(BillingAddress, GEOLOCATION({ask.Values[2].Text}, {ask.Values[1].Text}), '{unit}')", Operations.Within, number);
    }

    private FilterItem Item(string field, string operation, string value)
    {
        var item = new WrittenItem(field, operation, value);
        int known = items.IndexOf(item);
        if (known < 0)
        {
            items.Add(item);
        }

        return new FilterItem(known < 0 ? items.Count : known + 1);
    }

    // Only account fields can be asked: of the plan's own those that are named as theirs are.
    private string? NameOf(string field) =>
        fields.TryGetValue(field, out string? told) ? told : AccountFields.NameOf(field) ?? (field.EndsWith("__c", StringComparison.OrdinalIgnoreCase) ? field : null);

    private static string Text(ClauseValue value) => $"{value.Unit}{value.Text}";

    // A semicolon joins what includes must have together.
    private static string Quoted(string value) => value.Contains(';', StringComparison.Ordinal) ? throw new NoItemException(NoItem.NoOperation) : ItemValues.Quote(value);

    private static BooleanFilter Joined(IReadOnlyList<BooleanFilter> parts, bool isAll) => parts is [var one] ? one : isAll ? new FilterAll(parts) : new FilterAny(parts);

    private static BooleanFilter Turned(BooleanFilter filter, bool isTurned) => isTurned ? new FilterNot(filter) : filter;

    private sealed class NoItemException(NoItem why) : Exception
    {
        public NoItem Why { get; } = why;
    }
}

/// <summary>Why a condition has no equivalent in Salesforce.</summary>
internal enum NoItem
{
    /// <summary>Accounts there have no such field.</summary>
    NoField,

    /// <summary>Rules there cannot ask so.</summary>
    NoOperation,

    /// <summary>It needs more items, or longer ones, than a rule may have.</summary>
    TooLong,
}
