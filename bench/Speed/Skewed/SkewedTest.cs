using System.Collections.Immutable;
using System.Globalization;
using System.Linq.Expressions;

namespace Bailiwick.Speed.Skewed;

/// <summary>One condition, in the three ways in which it is asked: our rule language, SQL, and a compiled predicate.</summary>
internal abstract record SkewedTest
{
    /// <summary>In the rule language.</summary>
    public abstract string Text { get; }

    /// <summary>In SQL over the columns of accounts.csv.</summary>
    public abstract string Sql { get; }

    /// <summary>Over one account.</summary>
    /// <param name="account">A <see cref="PlainAccount"/>.</param>
    public abstract Expression Over(ParameterExpression account);

    protected static string Quoted(IEnumerable<string> values, char quote) => string.Join(", ", values.Select(value => $"{quote}{value}{quote}"));
}

/// <summary>An account as an object, for peers that ask objects. Null and −1 are unknown.</summary>
internal sealed record PlainAccount(
    long Number, string Country, string? Subdivision, string? City, string? Postal, string? Industry, long Employees, long Revenue, string Type, string MainProduct, string Tier)
{
    /// <summary>An account of the skewed market as an object.</summary>
    public static PlainAccount Of(SkewedAccount account) => new(
        account.Id, SkewedPlaces.Countries[account.Country], account.State, account.City, account.Postal < 0 ? null : SkewedAccounts.PostalOf(account.Postal), account.Industry,
        account.Employees, account.Revenue, account.IsConsumer ? "B2C" : "B2B", SkewedAccounts.Products[account.Product], SkewedAccounts.Tiers[account.Tier]);
}

/// <summary>One of some values; or, turned, none of them: then the unknown and what nobody has seen pass too.</summary>
internal sealed record ListTest(string Field, ImmutableArray<string> Values, bool IsTurned) : SkewedTest
{
    public override string Text => $"{(IsTurned ? "not " : "")}{Field} in ({Quoted(Values, '"')})";

    public override string Sql => IsTurned ? $"({Field} IS NULL OR {Field} NOT IN ({Quoted(Values, '\'')}))" : $"{Field} IN ({Quoted(Values, '\'')})";

    public override Expression Over(ParameterExpression account)
    {
        var set = Expression.Constant(Values.ToHashSet<string?>(StringComparer.Ordinal));
        Expression value = Expression.Property(account, typeof(PlainAccount).GetProperties().Single(property => property.Name.Equals(Field.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
        Expression holds = Expression.Call(set, typeof(HashSet<string?>).GetMethod(nameof(HashSet<string?>.Contains), [typeof(string)])!, value);
        return IsTurned ? Expression.Not(holds) : holds;
    }
}

/// <summary>A stretch of numbers, the lower end included; one without an upper end may take what is unknown, too.</summary>
internal sealed record NumberTest(string Field, long? Least, long? Below, bool TakesUnknown = false) : SkewedTest
{
    public override string Text => (Least, Below) switch
    {
        ({ } least, { } below) => string.Create(CultureInfo.InvariantCulture, $"{Field} >= {least} and {Field} < {below}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"{(TakesUnknown ? "not " : "")}{Field} {(TakesUnknown ? "<" : ">=")} {least}"),
        (null, { } below) => string.Create(CultureInfo.InvariantCulture, $"{Field} < {below}"),
        (null, null) => throw new InvalidOperationException("no bound"),
    };

    public override string Sql => TakesUnknown
        ? string.Create(CultureInfo.InvariantCulture, $"({Field} IS NULL OR {Field} >= {Least})")
        : Text;

    public override Expression Over(ParameterExpression account)
    {
        Expression value = Expression.Property(account, Field == "employees" ? nameof(PlainAccount.Employees) : nameof(PlainAccount.Revenue));
        Expression holds = Expression.GreaterThanOrEqual(value, Expression.Constant(Least ?? 0));
        holds = Below is { } below ? Expression.AndAlso(holds, Expression.LessThan(value, Expression.Constant(below))) : holds;
        return TakesUnknown ? Expression.OrElse(Expression.LessThan(value, Expression.Constant(0L)), holds) : holds;
    }
}

/// <summary>A stretch of postal codes, both ends included; or, turned, all the rest.</summary>
internal sealed record PostalTest(int From, int To, bool IsTurned) : SkewedTest
{
    private string Low => SkewedAccounts.PostalOf(From);

    private string High => SkewedAccounts.PostalOf(To);

    public override string Text => $"{(IsTurned ? "not " : "")}postal between \"{Low}\" and \"{High}\"";

    public override string Sql => IsTurned ? $"(postal IS NULL OR postal NOT BETWEEN '{Low}' AND '{High}')" : $"postal BETWEEN '{Low}' AND '{High}'";

    public override Expression Over(ParameterExpression account)
    {
        Expression holds = Expression.Call(typeof(PostalTest).GetMethod(nameof(Lies))!, Expression.Property(account, nameof(PlainAccount.Postal)), Expression.Constant(Low), Expression.Constant(High));
        return IsTurned ? Expression.Not(holds) : holds;
    }

    public static bool Lies(string? code, string low, string high) => code is not null && string.CompareOrdinal(code, low) >= 0 && string.CompareOrdinal(code, high) <= 0;
}

/// <summary>An industry under one of some codes; or, turned, under none.</summary>
internal sealed record UnderTest(ImmutableArray<string> Prefixes, bool IsTurned) : SkewedTest
{
    public override string Text => $"{(IsTurned ? "not " : "")}({string.Join(" or ", Prefixes.Select(prefix => $"industry under \"{prefix}\""))})";

    public override string Sql
    {
        get
        {
            string any = $"({string.Join(" OR ", Prefixes.Select(prefix => $"industry LIKE '{prefix}%'"))})";
            return IsTurned ? $"(industry IS NULL OR NOT {any})" : any;
        }
    }

    public override Expression Over(ParameterExpression account)
    {
        Expression holds = Expression.Call(typeof(UnderTest).GetMethod(nameof(Begins))!, Expression.Property(account, nameof(PlainAccount.Industry)), Expression.Constant(Prefixes.ToArray()));
        return IsTurned ? Expression.Not(holds) : holds;
    }

    public static bool Begins(string? code, string[] prefixes) => code is not null && Array.Exists(prefixes, prefix => code.StartsWith(prefix, StringComparison.Ordinal));
}
