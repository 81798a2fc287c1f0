using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Tests;

/// <summary>The second opinion: a condition asked of one account, plainly, without classes and indexes.</summary>
internal static class NaiveRules
{
    public static bool Holds(Condition condition, ColumnTable account) => condition switch
    {
        AllOf all => all.Parts.All(part => Holds(part, account)),
        AnyOf any => any.Parts.Any(part => Holds(part, account)),
        NotOf not => !Holds(not.Inner, account),
        TestOf test => Passes(test, account),
        _ => throw new InvalidOperationException(),
    };

    private static bool Passes(TestOf test, ColumnTable account)
    {
        Field field = test.Attribute.Field;
        if (field.Kind == FieldKind.Point)
        {
            return account[Accounts.PlacedLongitude][0] is { } longitude && new LonLat(longitude, account[Accounts.PlacedLatitude][0]!.Value) is var point && test.Predicate switch
            {
                IsNear near => near.Centre.DistanceTo(point).Value <= near.Most.Value,
                IsInsideShape inside => inside.Shape.Contains(point),
                _ => throw new InvalidOperationException(),
            };
        }

        if (test.Attribute.Parameter is not null)
        {
            return false; // no account of these tests has an area
        }

        object[] values = [.. Values(field, account)];
        return test.Predicate switch
        {
            IsAnything => values.Length > 0,
            IsOneOf one => values.Any(value => one.Folded.Contains(Fold((string)value))),
            IsUnder above => values.Any(value => IsUnder(Fold((string)value), account[Accounts.IndustryScheme][0], above.Folded)),
            HasPrefix prefix => values.Any(value => Fold((string)value).StartsWith(prefix.Folded, StringComparison.Ordinal)),
            LiesBetween range => values.Any(value => string.CompareOrdinal(range.Low, (string)value) <= 0 && (string.CompareOrdinal((string)value, range.High) <= 0 || ((string)value).StartsWith(range.High, StringComparison.Ordinal))),
            IsInside inside => values.Cast<decimal>().Any(value =>
                !(inside.Low is { } low && (value < low || (value == low && !inside.LowIncluded))) && !(inside.High is { } high && (value > high || (value == high && !inside.HighIncluded)))),
            _ => throw new InvalidOperationException(),
        };
    }

    // The tree of tw-2021 in Account.Scope, spelled out; of the scheme SIC nothing is known.
    private static bool IsUnder(string code, string? scheme, string above) => (scheme, code) switch
    {
        ("TW 2021", "86") => above is "86" or "q",
        ("TW 2021", "8611") => above is "8611" or "861" or "86" or "8" or "q",
        ("TW 2021", "10") => above is "10" or "q",
        ("TW 2021", "q") => above is "q",
        ("TW 2021", "q8") => above is "q8" or "q",
        ("TW 2021", "100" or "101") => code.StartsWith(above, StringComparison.Ordinal) || above is "q",
        _ => code.StartsWith(above, StringComparison.Ordinal),
    };

    private static IEnumerable<object> Values(Field field, ColumnTable account) => field.Name switch
    {
        "employees" => account[Accounts.Employees][0] is { } count ? [(decimal)count] : [],
        "since" => account[Accounts.Since][0] is { } day ? [(decimal)day.DayNumber] : [],
        "revenue" => (account[Accounts.Revenue][0], account[Accounts.Currency][0]) switch
        {
            (null, _) or (_, "EUR") => [],
            ({ } amount, "USD") => [amount * 32],
            ({ } amount, _) => [amount],
        },
        "products" => account[Accounts.Products][0],
        _ when field.IsCustom => account.Custom.TryGetValue(field.Name, out TextValues? custom) && custom[0] is { } value ? [value] : [],
        _ => account[(TextColumn)field.Columns[0]][0] is { } value ? [value] : [],
    };

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
}
