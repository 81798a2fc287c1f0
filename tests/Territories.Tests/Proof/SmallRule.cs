using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests.Proof;

/// <summary>An account of the small world; null is unknown.</summary>
internal sealed record SmallRow(string? Subdivision, int? Employees, ImmutableSortedSet<string> Products)
{
    private static readonly string[] AllProducts = ["p0", "p1", "p9"];

    public static IReadOnlyList<SmallRow> All { get; } =
    [
        .. from subdivision in new[] { null, "TW-TPE", "TW-NWT", "TW-KHH", "TW-ILA" }
           from employees in new int?[] { null, 0, 1, 2, 3, 4 }
           from products in Enumerable.Range(0, 8)
           select new SmallRow(subdivision, employees, [.. AllProducts.Where((_, bit) => (products >> bit & 1) != 0)]),
    ];

    public int Columns => (Subdivision is null ? 0 : 1) + (Employees is null ? 0 : 1) + (Products.IsEmpty ? 0 : 1);

    /// <summary>All rows as accounts.</summary>
    public static ColumnTable Table()
    {
        var table = new ColumnTableBuilder(Accounts.Table);
        foreach (SmallRow row in All)
        {
            table.Set(Accounts.Id, row.ToString());
            table.Set(Accounts.Subdivision, row.Subdivision);
            table.Set(Accounts.Employees, row.Employees ?? IntegerValues.Unknown);
            table.Set(Accounts.Products, [.. row.Products]);
            table.EndRow();
        }

        return table.Build();
    }

    /// <summary>A witness as a row.</summary>
    public static SmallRow Of(IReadOnlyDictionary<string, string> witness) => new(
        witness.GetValueOrDefault("subdivision")?.ToUpperInvariant(),
        witness.TryGetValue("employees", out string? employees) ? int.Parse(employees, CultureInfo.InvariantCulture) : null,
        witness.TryGetValue("products", out string? products) ? [.. products.Split(';')] : []);
}

/// <summary>A rule of the small world, with a reading of its own.</summary>
internal abstract record SmallRule
{
    private static readonly string[] Places = ["TW-TPE", "TW-NWT", "TW-KHH"];

    public abstract bool Holds(SmallRow row);

    /// <summary>Each part of an and or an or, whether the rule without it is wider, and that rule.</summary>
    public virtual IEnumerable<(SmallRule Part, bool Widens, SmallRule Without)> Parts(bool isTurned) => [];

    public static SmallRule Random(Chance chance, int depth) => chance.Next(depth > 0 ? 7 : 4) switch
    {
        0 => new SmallTest("=", Places[chance.Next(3)]),
        1 => new SmallTest("in", Places[chance.Next(3)], Places[chance.Next(3)]),
        2 => new SmallTest(chance.Next(2) == 0 ? ">=" : "<", chance.Next(4).ToString(CultureInfo.InvariantCulture)),
        3 => chance.Next(4) == 0 ? new SmallTest("known") : new SmallTest("has", $"p{chance.Next(2)}"),
        4 => new SmallNot(Random(chance, depth - 1)),
        int which => new SmallMany(which == 5, [.. Enumerable.Range(0, 2 + (chance.Next(3) / 2)).Select(_ => Random(chance, depth - 1))]),
    };
}

internal sealed record SmallTest(string Operator, params string[] Values) : SmallRule
{
    public override bool Holds(SmallRow row) => Operator switch
    {
        "=" or "in" => Values.Contains(row.Subdivision, StringComparer.Ordinal),
        ">=" => row.Employees >= int.Parse(Values[0], CultureInfo.InvariantCulture),
        "<" => row.Employees < int.Parse(Values[0], CultureInfo.InvariantCulture),
        "has" => row.Products.Contains(Values[0]),
        _ => !row.Products.IsEmpty,
    };

    public override string ToString() => Operator switch
    {
        "=" => $"subdivision = \"{Values[0]}\"",
        "in" => $"subdivision in (\"{Values[0]}\", \"{Values[1]}\")",
        "has" => $"products has \"{Values[0]}\"",
        "known" => "products is known",
        _ => $"employees {Operator} {Values[0]}",
    };
}

internal sealed record SmallNot(SmallRule Inner) : SmallRule
{
    public override bool Holds(SmallRow row) => !Inner.Holds(row);

    public override IEnumerable<(SmallRule Part, bool Widens, SmallRule Without)> Parts(bool isTurned) =>
        Inner.Parts(!isTurned).Select(part => (part.Part, part.Widens, (SmallRule)new SmallNot(part.Without)));

    public override string ToString() => $"not ({Inner})";
}

internal sealed record SmallMany(bool IsAny, ImmutableArray<SmallRule> Of) : SmallRule
{
    public override bool Holds(SmallRow row) => IsAny ? Of.Any(part => part.Holds(row)) : Of.All(part => part.Holds(row));

    public override IEnumerable<(SmallRule Part, bool Widens, SmallRule Without)> Parts(bool isTurned)
    {
        for (int each = 0; each < Of.Length; each++)
        {
            yield return (Of[each], IsAny == isTurned, Of.Length == 2 ? Of[1 - each] : this with { Of = Of.RemoveAt(each) });
            foreach ((SmallRule part, bool widens, SmallRule without) in Of[each].Parts(isTurned))
            {
                yield return (part, widens, this with { Of = Of.SetItem(each, without) });
            }
        }
    }

    public override string ToString() => $"({string.Join(IsAny ? " or " : " and ", Of.Select(part => part.ToString()))})";
}
