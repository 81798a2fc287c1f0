using System.Globalization;

namespace Bailiwick.Speed.Skewed;

/// <summary>Sixty countries with subdivisions, cities and postal codes: sizes as skewed as real ones.</summary>
internal sealed class SkewedPlaces
{
    public static readonly string[] Countries =
        "US GB DE FR CA JP AU IN BR NL ES IT CH SE MX SG KR BE IE DK NO FI AT PL IL ZA NZ AE HK TW CN PT CZ TR SA AR CL CO TH MY ID PH VN RO HU GR UA EG NG KE PE SK BG HR SI LT LV EE LU IS".Split(' ');

    /// <summary>America, Asia and the Pacific, Middle East and Africa, Europe.</summary>
    public static readonly string[][] Regions =
    [
        "US CA BR MX AR CL CO PE".Split(' '),
        "JP AU IN SG KR NZ HK TW CN TH MY ID PH VN".Split(' '),
        "IL ZA AE TR SA EG NG KE".Split(' '),
        "GB DE FR NL ES IT CH SE BE IE DK NO FI AT PL PT CZ RO HU GR UA SK BG HR SI LT LV EE LU IS".Split(' '),
    ];

    private static readonly string[] UnitedStates =
        "CA TX FL NY PA IL OH GA NC MI NJ VA WA AZ TN MA IN MO MD WI CO MN SC AL LA KY OR OK CT UT IA NV AR MS KS NM NE ID WV HI NH ME MT RI DE SD ND AK DC VT WY".Split(' ');

    public SkewedPlaces()
    {
        double harmonic = Enumerable.Range(1, Countries.Length - 1).Sum(rank => 1.0 / rank);
        Country = new Weighted(Countries.Select((_, rank) => rank == 0 ? 0.40 : 0.60 / rank / harmonic));
        var all = new List<State>();
        StatesOf = [.. Countries.Select((country, rank) => StatesIn(country, rank, all))];
        State = [.. StatesOf.Select((states, rank) => new Weighted(states.Select((_, place) => Math.Pow(place + 1, rank == 0 ? -0.6 : -0.8))))];
        for (int country = 0; country < Countries.Length; country++)
        {
            AddCities(country);
        }
    }

    public Weighted Country { get; }

    /// <summary>Per country its subdivisions.</summary>
    public State[][] StatesOf { get; }

    public Weighted[] State { get; }

    private static State[] StatesIn(string country, int rank, List<State> all)
    {
        int count = rank == 0 ? UnitedStates.Length : Math.Clamp((int)Math.Round(40 / Math.Sqrt(rank)), 3, 30);
        var states = new State[count];
        for (int place = 0; place < count; place++)
        {
            string code = rank == 0 ? UnitedStates[place] : (place + 1).ToString("00", CultureInfo.InvariantCulture);
            all.Add(states[place] = new State($"{country}-{code}", all.Count));
        }

        return states;
    }

    private void AddCities(int country)
    {
        int from = 0;
        for (int place = 0; place < StatesOf[country].Length; place++)
        {
            State state = StatesOf[country][place];
            int count = country == 0 ? Math.Max(20, (int)(400 / Math.Pow(place + 1, 0.6))) : Math.Max(5, (int)(120 / Math.Sqrt(country * (place + 1.0))));
            state.City = new Weighted(Enumerable.Range(0, count).Select(city => 1.0 / (city + 1)));
            state.Cities = [.. Enumerable.Range(0, count).Select(city => string.Create(CultureInfo.InvariantCulture, $"C{((state.Index * 131) + (city * 17)) % 9973:0000}"))];
            int width = 100 + (int)(State[country].Shares[place] * 80_000);
            int to = from;
            state.PostalFrom = new int[count + 1];
            for (int city = 0; city < count; city++)
            {
                state.PostalFrom[city] = Math.Min(to, from + width - 1);
                to += Math.Max(1, (int)(state.City.Shares[city] * width));
            }

            state.PostalFrom[count] = Math.Min(to, from + width);
            from += width;
        }
    }
}

/// <summary>A subdivision of <see cref="SkewedPlaces"/>.</summary>
internal sealed record State(string Code, int Index)
{
    public Weighted City { get; set; } = null!;

    public string[] Cities { get; set; } = [];

    /// <summary>Per city the first of its postal codes; at the end the first after the last.</summary>
    public int[] PostalFrom { get; set; } = [];
}

/// <summary>Industry codes of six digits: sectors, and three levels below.</summary>
internal sealed class SkewedIndustries
{
    public static readonly int[] Sectors = [11, 21, 22, 23, 31, 42, 44, 48, 51, 52, 53, 54, 55, 56, 61, 62, 71, 72, 81, 92];

    private static readonly double[] Shares = [.02, .005, .003, .11, .05, .06, .12, .04, .05, .06, .06, .13, .005, .06, .02, .11, .02, .08, .08, .017];

    public SkewedIndustries()
    {
        var codes = new List<(string Code, double Weight)>();
        for (int sector = 0; sector < Sectors.Length; sector++)
        {
            foreach ((int three, double ofThree) in Below(Sectors[sector], 3 + (sector % 4), Shares[sector]))
            {
                foreach ((int four, double ofFour) in Below(three, 2 + (three % 4), ofThree))
                {
                    codes.AddRange(Below(four, 1 + (four % 5), ofFour).Select(six => (string.Create(CultureInfo.InvariantCulture, $"{six.Code}0"), six.Weight)));
                }
            }
        }

        Codes = [.. codes.Select(code => code.Code)];
        Industry = new Weighted(codes.Select(code => code.Weight));
    }

    public string[] Codes { get; }

    public Weighted Industry { get; }

    // Each level adds a digit from 1; the weight falls with the place (Zipf, exponent 0.7).
    private static IEnumerable<(int Code, double Weight)> Below(int code, int count, double weight)
    {
        double total = Enumerable.Range(1, count).Sum(place => Math.Pow(place, -0.7));
        return Enumerable.Range(1, count).Select(place => ((code * 10) + place, weight * Math.Pow(place, -0.7) / total));
    }
}
