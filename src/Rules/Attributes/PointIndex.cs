using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Attributes;

/// <summary>The account's point: as placed, else as given. Accounts at the same point are asked once.</summary>
internal sealed class PointIndex(IReadOnlyList<NumberedTest> tests) : AttributeIndex
{
    public override AttributeClasses Classify(ColumnTable accounts)
    {
        var book = new ClassBook();
        int unknown = book.Of([]);
        var known = new Dictionary<LonLat, int>();
        var classes = new int[accounts.Count];
        for (int row = 0; row < classes.Length; row++)
        {
            if (Of(accounts, row) is not { } point)
            {
                classes[row] = unknown;
            }
            else if (!known.TryGetValue(point, out classes[row]))
            {
                known[point] = classes[row] = book.Of([.. tests.Where(test => Holds(test.Predicate, point)).Select(test => test.Number).Order()]);
            }
        }

        return new AttributeClasses(classes, book.Classes);
    }

    public override string? Show(ColumnTable accounts, int row) =>
        Of(accounts, row) is { } point ? string.Create(CultureInfo.InvariantCulture, $"({point.Longitude:0.#####}, {point.Latitude:0.#####})") : null;

    /// <summary>Whether a known point passes.</summary>
    public static bool Holds(Predicate predicate, LonLat point) => predicate switch
    {
        IsNear near => near.Centre.DistanceTo(point).Value <= near.Most.Value,
        IsInsideShape inside => inside.Shape.Contains(point),
        _ => throw new InvalidOperationException($"{predicate} is not for points"),
    };

    /// <summary>Where a row lies; null is unknown.</summary>
    public static LonLat? Of(ColumnTable accounts, int row) =>
        Pair(accounts[Accounts.PlacedLongitude].Values[row], accounts[Accounts.PlacedLatitude].Values[row])
        ?? Pair(accounts[Accounts.Longitude].Values[row], accounts[Accounts.Latitude].Values[row]);

    private static LonLat? Pair(double longitude, double latitude) => LonLat.IsValid(longitude, latitude) ? new LonLat(longitude, latitude) : null;
}
