using System.Collections.Immutable;

namespace Bailiwick.Speed.Skewed;

/// <summary>A leaf of the growing partition: the sample accounts in it, and what it asks of each attribute.</summary>
/// <param name="Rows">Places of its accounts in the sample.</param>
/// <param name="Sides">What it asks, by attribute: every test holds.</param>
internal sealed record SkewedLeaf(int[] Rows, ImmutableSortedDictionary<string, ImmutableArray<SkewedTest>> Sides)
{
    /// <summary>All tests.</summary>
    public ImmutableArray<SkewedTest> Tests => [.. Sides.Values.SelectMany(side => side)];

    /// <summary>The only test of an attribute; null when it has none.</summary>
    public SkewedTest? Only(string attribute) => Sides.TryGetValue(attribute, out ImmutableArray<SkewedTest> tests) ? tests.Single() : null;

    /// <summary>The leaf with another test in place of its own.</summary>
    public SkewedLeaf With(string attribute, SkewedTest test, int[] rows) => new(rows, Sides.SetItem(attribute, [test]));

    /// <summary>The leaf with one test more.</summary>
    public SkewedLeaf And(string attribute, SkewedTest test, int[] rows) =>
        new(rows, Sides.SetItem(attribute, [.. Sides.TryGetValue(attribute, out ImmutableArray<SkewedTest> tests) ? tests : [], test]));
}

/// <summary>A territory of a skewed plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Boxes">At least one box holds; in a box every test. Empty for a territory of named accounts.</param>
/// <param name="Named">Numbers of its named accounts.</param>
internal sealed record SkewedTerritory(string Id, ImmutableArray<ImmutableArray<SkewedTest>> Boxes, ImmutableArray<long> Named)
{
    /// <summary>The rule in our language.</summary>
    public string Where => Join(test => test.Text, " and ", " or ");

    /// <summary>The rule in SQL.</summary>
    public string Sql => Join(test => test.Sql, " AND ", " OR ");

    private string Join(Func<SkewedTest, string> word, string and, string or) => Boxes.Length == 1
        ? string.Join(and, Boxes[0].Select(word))
        : string.Join(or, Boxes.Select(box => $"({string.Join(and, box.Select(word))})"));
}
