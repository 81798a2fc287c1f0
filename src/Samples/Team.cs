using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Samples.Maps;
using Bailiwick.Samples.Names;

namespace Bailiwick.Samples;

/// <summary>A rep of the sample company.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="Home">Index of the place where the rep lives.</param>
/// <param name="HomePoint">Where exactly.</param>
/// <param name="Manager">Key of the rep who leads; null for the first.</param>
/// <param name="Skill">Log-odds that the rep adds to every deal.</param>
/// <param name="Specialties">Indexes of the industries in which the rep wins more; declared as skills.</param>
/// <param name="Level">junior, senior or principal: by skill, as far as the company saw it.</param>
/// <param name="Languages">ISO 639 codes.</param>
/// <param name="Since">First day.</param>
internal sealed record SampleRep(
    string Id, string Name, int Home, LonLat HomePoint, string? Manager, double Skill, ImmutableArray<int> Specialties, string Level, ImmutableArray<string> Languages, DateOnly Since);

/// <summary>A territory of today.</summary>
internal sealed record SampleTerritory(string Id, string Name, int Rep);

/// <summary>Reps and today's territories, which grew around the reps' homes and were never balanced.</summary>
internal sealed class Team
{
    private const int TeamSize = 8;

    private readonly int[] territoryOfPlace;

    public Team(SampleMap map, PlantedFacts facts, Naming naming, SampleOptions options)
    {
        Chance chance = Streams.For(options.Seed, Purpose.Team, 0);
        int count = options.RepCount;
        double[] skills = [.. Enumerable.Range(0, count).Select(rep => facts.RepSpread * NormalQuantile((rep + 0.5) / count))];
        chance.Shuffle<double>(skills);
        // Reps live where people live, though not as densely as customers stand.
        var homes = new Weighted(map.Places.Select(place => Math.Pow(place.Population, 0.8)));
        var taken = new HashSet<int>();
        Reps = [.. Enumerable.Range(0, count).Select(at => NewRep(at, skills[at], NewHome(homes, map, taken, chance), map, naming, options, chance))];

        HasKeyAccountRep = count >= 4;
        int newcomers = count >= 8 ? count / 14 : 0;
        Territories = NewTerritories(count - (HasKeyAccountRep ? 1 : 0) - newcomers, map, naming);
        double[] reach = [.. Territories.Select(_ => Math.Exp(0.45 * chance.NextNormal()))];
        Dictionary<int, int> own = OwnAreas(map);
        TerritoryOfArea = [.. map.Areas.Select((area, at) => own.TryGetValue(at, out int territory) ? territory : Nearest(area.Middle, reach))];
        territoryOfPlace = [.. map.Places.Select(place => place.Area >= 0 ? TerritoryOfArea[place.Area] : Nearest(place.Middle, reach))];
    }

    /// <summary>All reps. The first have one territory each; then the one for key accounts, then newcomers without a territory.</summary>
    public ImmutableArray<SampleRep> Reps { get; }

    /// <summary>All territories.</summary>
    public ImmutableArray<SampleTerritory> Territories { get; }

    /// <summary>Per area of the map its territory.</summary>
    public ImmutableArray<int> TerritoryOfArea { get; }

    /// <summary>Whether the largest accounts have a rep of their own.</summary>
    public bool HasKeyAccountRep { get; }

    /// <summary>The rep for key accounts, when there is one.</summary>
    public int KeyAccountRep => Territories.Length;

    /// <summary>The territory of a place.</summary>
    public int TerritoryOf(int place) => territoryOfPlace[place];

    /// <summary>Log-odds that a rep adds to a deal with an account of an industry.</summary>
    public double Strength(int rep, int industry, PlantedFacts facts) =>
        Reps[rep].Skill + (Reps[rep].Specialties.Contains(industry) ? facts.Specialty : 0);

    // The company hires where it has nobody yet, when it finds somebody there.
    private static int NewHome(Weighted homes, SampleMap map, HashSet<int> taken, Chance chance)
    {
        int home = homes.Draw(chance);
        for (int attempt = 0; attempt < 30 && map.Places[home].Area >= 0 && taken.Contains(map.Places[home].Area); attempt++)
        {
            home = homes.Draw(chance);
        }

        taken.Add(map.Places[home].Area);
        return home;
    }

    private static SampleRep NewRep(int at, double skill, int home, SampleMap map, Naming naming, SampleOptions options, Chance chance)
    {
        int[] industries = [.. Enumerable.Range(0, Industries.All.Length)];
        chance.Shuffle<int>(industries);
        double seen = skill + (0.15 * chance.NextNormal());
        string level = seen > 0.35 ? "principal" : seen > -0.15 ? "senior" : "junior";
        string? manager = at == 0 ? null : Key(at % TeamSize == 0 ? 0 : at / TeamSize * TeamSize);
        return new SampleRep(
            Key(at),
            naming.Person(chance),
            home,
            map.Scatter(home, chance),
            manager,
            skill,
            [.. industries.Take(1 + chance.Next(2)).Order()],
            level,
            [.. naming.Languages.Where((_, index) => index == 0 || chance.Next(2) == 0)],
            options.From.AddDays(-chance.Next(3_650)));
    }

    private static string Key(int at) => string.Create(CultureInfo.InvariantCulture, $"R-{at + 1:000}");

    private ImmutableArray<SampleTerritory> NewTerritories(int count, SampleMap map, Naming naming)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        ImmutableArray<SampleTerritory>.Builder made = ImmutableArray.CreateBuilder<SampleTerritory>();
        for (int at = 0; at < count; at++)
        {
            SamplePlace home = map.Places[Reps[at].Home];
            string name = naming.Territory(home.AddressHead.Length > 0 ? home.AddressHead : home.City);
            int times = used[name] = used.GetValueOrDefault(name) + 1;
            made.Add(new SampleTerritory(
                string.Create(CultureInfo.InvariantCulture, $"T-{at + 1:000}"), times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {times}"), at));
        }

        return made.ToImmutable();
    }

    // A rep always has the area where the rep lives; of two who live there, the first.
    private Dictionary<int, int> OwnAreas(SampleMap map)
    {
        var own = new Dictionary<int, int>();
        for (int at = 0; at < Territories.Length; at++)
        {
            int area = map.Places[Reps[at].Home].Area;
            if (area >= 0)
            {
                own.TryAdd(area, at);
            }
        }

        return own;
    }

    private int Nearest(LonLat point, double[] reach)
    {
        int best = 0;
        double least = double.PositiveInfinity;
        for (int at = 0; at < Territories.Length; at++)
        {
            double distance = Reps[at].HomePoint.DistanceTo(point).Value / reach[at];
            if (distance < least)
            {
                (best, least) = (at, distance);
            }
        }

        return best;
    }

    // Tukey's lambda with λ = 0.1349 (Joiner and Rosenblatt 1971): two digits, which is all that skills need.
    private static double NormalQuantile(double p) => (Math.Pow(p, 0.1349) - Math.Pow(1 - p, 0.1349)) / 0.1975;
}
