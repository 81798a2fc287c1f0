using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bailiwick.SecondOpinion;

/// <summary>What a rule means, read off the design page alone: a condition asked of one account, plainly.</summary>
public static class NaiveRule
{
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Whether a condition holds. A comparison with an unknown value is false, and not makes it true.</summary>
    public static bool Holds(Condition condition, AccountModel account, PlanModel plan) => condition switch
    {
        All all => all.Parts.All(part => Holds(part, account, plan)),
        Any any => any.Parts.Any(part => Holds(part, account, plan)),
        Not not => !Holds(not.Inner, account, plan),
        Near near => PointOf(account) is { } point && MetresBetween(point, (near.Longitude, near.Latitude)) <= MetresOf(near),
        Inside inside => PointOf(account) is { } point && IsInside(plan.Shapes[inside.File], point),
        Ask ask => ask.IsNegated ? !Passes(ask, account, plan) : Passes(ask, account, plan),
        _ => throw new InvalidOperationException($"no meaning of {condition}"),
    };

    /// <summary>The point of an account: its own, else the middle of its area; null is unknown.</summary>
    public static (decimal Longitude, decimal Latitude)? PointOf(AccountModel account)
    {
        if (account["longitude"] is { } longitude && account["latitude"] is { } latitude)
        {
            return (Number(longitude)!.Value, Number(latitude)!.Value);
        }

        return account["area"] is { } area && area.StartsWith(Squares.Id + "/", StringComparison.Ordinal) && area[(Squares.Id.Length + 1)..] is var code && Squares.Codes.Contains(code)
            ? Squares.MiddleOf(code)
            : null;
    }

    /// <summary>The great-circle distance on a sphere, by the tangent of the angle between the two points.</summary>
    public static double MetresBetween((decimal Longitude, decimal Latitude) one, (decimal Longitude, decimal Latitude) other)
    {
        (double sin1, double cos1) = Math.SinCos((double)one.Latitude * Math.PI / 180);
        (double sin2, double cos2) = Math.SinCos((double)other.Latitude * Math.PI / 180);
        (double sin, double cos) = Math.SinCos((double)(other.Longitude - one.Longitude) * Math.PI / 180);
        double across = Math.Sqrt(Math.Pow(cos2 * sin, 2) + Math.Pow((cos1 * sin2) - (sin1 * cos2 * cos), 2));
        return EarthRadiusMetres * Math.Atan2(across, (sin1 * sin2) + (cos1 * cos2 * cos));
    }

    /// <summary>The distance of a circle, in metres.</summary>
    public static double MetresOf(Near near) => (double)near.Distance * near.Unit switch { "km" => 1000, "mi" => 1609.344, _ => 1 };

    private static bool Passes(Ask ask, AccountModel account, PlanModel plan)
    {
        IEnumerable<Value> values = ask.File is { } file ? plan.Lists[file].Select(text => new Value(text, IsQuoted: true)) : ask.Values;
        string kind = KindOf(ask, plan);
        return kind switch
        {
            "number" => PassesNumber(ask.Asked, Number(account[ask.Field]), [.. values.Select(value => Number(value.Text)!.Value)]),
            "date" => PassesNumber(ask.Asked, Day(account[ask.Field]), [.. values.Select(value => Day(value.Text)!.Value)]),
            "money" => PassesMoney(ask.Asked, account, [.. values], plan.Rates),
            "industry" when ask.Asked == "under" => account["industry"] is { } code && Schemes.IsUnder(account["industry_scheme"], Tidy(code), Tidy(ask.Values[0].Text)),
            _ => PassesText(ask.Asked, kind, TextsOf(ask, kind, account), [.. values.Select(value => value.Text)]),
        };
    }

    private static string KindOf(Ask ask, PlanModel plan) => ask.Set is not null ? "code" : ask.Field switch
    {
        "employees" => "number",
        "since" => "date",
        "revenue" => "money",
        "products" or "interests" or "tags" => "set",
        "postal" => "postal",
        "industry" => "industry",
        "area" => "code",
        _ => plan.Fields.GetValueOrDefault(ask.Field, "text"),
    };

    private static bool PassesText(string asked, string kind, string[] own, string[] wanted)
    {
        string Tidied(string text) => kind == "postal" ? string.Concat(Tidy(text).Where(each => each != '-' && !char.IsWhiteSpace(each))) : Tidy(text);
        string[] mine = [.. own.Select(Tidied).Where(text => text.Length > 0)];
        string[] given = [.. wanted.Select(Tidied)];
        bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
        return asked switch
        {
            "is known" => mine.Length > 0,
            "is unknown" => mine.Length == 0,
            "=" or "in" or "has" => mine.Any(one => given.Any(other => Is(one, other))),
            "!=" => mine.Any(one => !Is(one, given[0])),
            "starts with" or "under" => mine.Any(one => one.StartsWith(given[0], StringComparison.OrdinalIgnoreCase)),
            "between" => mine.Any(one => Order(one, given[0]) >= 0 && (Order(one, given[1]) <= 0 || one.StartsWith(given[1], StringComparison.OrdinalIgnoreCase))),
            _ => throw new InvalidOperationException($"no meaning of {asked} for text"),
        };
    }

    private static bool PassesNumber(string asked, decimal? own, decimal[] wanted) => (asked, own) switch
    {
        ("is known", _) => own is not null,
        ("is unknown", _) => own is null,
        (_, null) => false,
        ("=" or "in", _) => wanted.Any(one => one == own),
        ("!=", _) => own != wanted[0],
        ("<", _) => own < wanted[0],
        ("<=", _) => own <= wanted[0],
        (">", _) => own > wanted[0],
        (">=", _) => own >= wanted[0],
        ("between", _) => own >= wanted[0] && own <= wanted[1],
        _ => throw new InvalidOperationException($"no meaning of {asked} for numbers"),
    };

    // Money of another currency is converted by rates, and is unknown without one. An amount without a currency is of the one that is asked.
    private static bool PassesMoney(string asked, AccountModel account, ImmutableArray<Value> wanted, ImmutableSortedDictionary<string, decimal> rates)
    {
        decimal? own = Number(account["revenue"]);
        string? currency = account["currency"];
        if (rates.Count > 0)
        {
            decimal? worth = currency is null ? own : rates.TryGetValue(currency, out decimal rate) ? own * rate : null;
            return PassesNumber(asked, worth, [.. wanted.Select(value => Number(value.Text)!.Value * (value.Currency is null ? 1 : rates[value.Currency]))]);
        }

        bool IsComparable(Value value) => value.Currency is null || currency is null || value.Currency == currency;
        return asked == "in"
            ? wanted.Any(value => PassesNumber("=", IsComparable(value) ? own : null, [Number(value.Text)!.Value]))
            : PassesNumber(asked, wanted.All(IsComparable) ? own : null, [.. wanted.Select(value => Number(value.Text)!.Value)]);
    }

    private static string[] TextsOf(Ask ask, string kind, AccountModel account)
    {
        if (ask.Set is { } set)
        {
            return AreaOf(set, account) is { } area ? [area] : [];
        }

        return account[ask.Field] is not { } cell ? [] : kind == "set" ? cell.Split(';') : [cell];
    }

    private static string? AreaOf(string set, AccountModel account)
    {
        string? own = account["area"] is { } area && area.StartsWith(set + "/", StringComparison.Ordinal) ? area[(set.Length + 1)..] : null;
        return own ?? (set == Squares.Id && PointOf(account) is { } point ? Squares.At(point.Longitude, point.Latitude) : null);
    }

    // A point is inside when a ray from it to the east crosses the borders an odd number of times.
    private static bool IsInside(ShapeModel shape, (decimal Longitude, decimal Latitude) point)
    {
        bool isInside = false;
        foreach (ImmutableArray<(decimal Longitude, decimal Latitude)> ring in shape.Polygons.SelectMany(polygon => polygon))
        {
            for (int corner = 1; corner < ring.Length; corner++)
            {
                ((decimal x1, decimal y1), (decimal x2, decimal y2)) = (ring[corner - 1], ring[corner]);
                isInside ^= y1 > point.Latitude != y2 > point.Latitude && point.Longitude < ((x2 - x1) * (point.Latitude - y1) / (y2 - y1)) + x1;
            }
        }

        return isInside;
    }

    private static string Tidy(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    private static int Order(string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase);

    private static decimal? Number(string? text) => decimal.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static decimal? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.DayNumber : null;
}
