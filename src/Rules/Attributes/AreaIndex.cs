using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Attributes;

/// <summary>The area of a boundary set in which an account lies: by the account's own area when it is one of the set, else by its point.</summary>
internal sealed class AreaIndex(BoundarySet? set, string id, TextTests tests) : AttributeIndex
{
    public override AttributeClasses Classify(ColumnTable accounts)
    {
        var book = new ClassBook();
        var classes = new int[accounts.Count];
        Array.Fill(classes, book.Of([]));
        var ofPoint = new Dictionary<LonLat, int>();
        TextValues placed = accounts[Accounts.PlacedArea];
        var ofCode = new int?[placed.Values.Length];
        for (int code = 0; code < ofCode.Length; code++)
        {
            ofCode[code] = OwnCode(placed.Values[code]) is { } own ? tests.ClassOf(own, book) : null;
        }

        for (int row = 0; row < classes.Length; row++)
        {
            if (placed.Codes[row] >= 0 && ofCode[placed.Codes[row]] is { } own)
            {
                classes[row] = own;
            }
            else if (PointIndex.Of(accounts, row) is { } point)
            {
                if (!ofPoint.TryGetValue(point, out classes[row]))
                {
                    ofPoint[point] = classes[row] = AreaAt(point) is { } area ? tests.ClassOf(area, book) : classes[row];
                }
            }
        }

        return new AttributeClasses(classes, book.Classes);
    }

    public override string? Show(ColumnTable accounts, int row) =>
        (accounts[Accounts.PlacedArea][row] is { } placed ? OwnCode(placed) : null) ?? (PointIndex.Of(accounts, row) is { } point ? AreaAt(point) : null);

    // placed_area holds set and code: us-counties/06037.
    private string? OwnCode(string placed) =>
        placed.Length > id.Length + 1 && placed[id.Length] == '/' && placed.StartsWith(id, StringComparison.Ordinal) ? placed[(id.Length + 1)..] : null;

    private string? AreaAt(LonLat point) => set?.Find(point) is { } area ? set.Areas[area].Code.Value : null;
}
