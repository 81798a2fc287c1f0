using System.Globalization;
using System.Text;

namespace Bailiwick.Speed.Skewed;

/// <summary>One account of the skewed market; what is null or negative is unknown.</summary>
internal readonly record struct SkewedAccount(
    long Id, int Country, string? State, string? City, int Postal, string? Industry, long Employees, long Revenue, bool IsConsumer, int Product, int Tier);

/// <summary>A market of any size: row n is the same whatever else is asked. Sizes, places and industries are skewed as in real customer lists.</summary>
internal sealed class SkewedAccounts
{
    public static readonly string[] Tiers = ["free", "starter", "pro", "business", "enterprise"];
    public static readonly string[] Products = [.. Enumerable.Range(1, 12).Select(number => string.Create(CultureInfo.InvariantCulture, $"P{number:00}"))];

    private readonly Weighted product = new(Enumerable.Range(1, 12).Select(place => Math.Pow(place, -0.8)));
    private readonly Weighted smallTier = new([.50, .22, .16, .08, .04]);
    private readonly Weighted largeTier = new([.10, .10, .20, .30, .30]);

    public SkewedPlaces Places { get; } = new();

    public SkewedIndustries Industries { get; } = new();

    /// <summary>The account with a number, from 1.</summary>
    public SkewedAccount this[long row]
    {
        get
        {
            int country = Places.Country.Pick(SkewedHash.Share(row, 0));
            State state = Places.StatesOf[country][Places.State[country].Pick(SkewedHash.Share(row, 1))];
            int city = state.City.Pick(SkewedHash.Share(row, 2));
            int from = state.PostalFrom[city];
            int postal = from + (int)(SkewedHash.Share(row, 3) * Math.Max(1, state.PostalFrom[city + 1] - from));
            long employees = EmployeesOf(row);
            long revenue = (long)(employees * 150_000 * Math.Exp(0.8 * SkewedHash.Normal(row, 10, 11))) / 1_000 * 1_000;
            bool Known(int question, double share) => SkewedHash.Share(row, question) >= share;
            return new SkewedAccount(
                row,
                country,
                Known(16, .01) ? state.Code : null,
                Known(17, .02) ? state.Cities[city] : null,
                Known(18, .025) ? postal : -1,
                Known(19, .03) ? Industries.Codes[Industries.Industry.Pick(SkewedHash.Share(row, 4))] : null,
                Known(20, .08) ? employees : -1,
                Known(21, .15) ? revenue : -1,
                SkewedHash.Share(row, 12) < .15,
                product.Pick(SkewedHash.Share(row, 13)),
                (employees >= 1_000 ? largeTier : smallTier).Pick(SkewedHash.Share(row, 14)));
        }
    }

    /// <summary>The head count, also of an account that does not tell it.</summary>
    public static long EmployeesOf(long row) => Math.Clamp((long)(12 * Math.Exp(1.9 * SkewedHash.Normal(row, 8, 9))), 1, 2_000_000);

    /// <summary>An account's id as files have it.</summary>
    public static string IdOf(long row) => string.Create(CultureInfo.InvariantCulture, $"A{row}");

    /// <summary>A postal code as files have it.</summary>
    public static string PostalOf(int postal) => postal.ToString("00000", CultureInfo.InvariantCulture);

    /// <summary>Writes accounts 1 to <paramref name="count"/> as a CSV file.</summary>
    public void WriteCsv(string file, long count)
    {
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        writer.Write("id,name,country,subdivision,city,postal,industry,employees,revenue,type,main_product,tier\n");
        for (long row = 1; row <= count; row++)
        {
            SkewedAccount account = this[row];
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"A{row},Acct {SkewedHash.Of(row, 22) >> 24:x10},{SkewedPlaces.Countries[account.Country]},{account.State},{account.City},{(account.Postal < 0 ? "" : PostalOf(account.Postal))},{account.Industry},{Number(account.Employees)},{Number(account.Revenue)},{(account.IsConsumer ? "B2C" : "B2B")},{Products[account.Product]},{Tiers[account.Tier]}\n"));
        }
    }

    private static string Number(long value) => value < 0 ? "" : value.ToString(CultureInfo.InvariantCulture);
}
