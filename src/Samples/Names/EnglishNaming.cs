using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Names;

/// <summary>Countries other than Taiwan: Northgate Metalworks Inc., 1200 Maple Street.</summary>
internal sealed class EnglishNaming(string country) : Naming
{
    private static readonly string[] First =
    [
        "North", "South", "East", "West", "Blue", "Red", "Silver", "Gold", "Iron", "Stone", "River", "Lake", "Hill", "Oak", "Pine", "Cedar", "Maple", "Elm", "Bright",
        "Clear", "Grand", "High", "Long", "Fair", "Summer", "Winter", "Spring", "Harbor", "Bay", "Cliff", "Crest", "Falcon", "Hawk", "Heron", "Otter", "Wolf", "Fox",
        "Amber", "Copper", "Granite", "Prairie", "Canyon", "Meadow", "Valley", "Summit", "Beacon", "Anchor", "Compass", "Keystone", "Pioneer",
    ];

    private static readonly string[] Second =
    [
        "gate", "field", "brook", "ford", "bridge", "wood", "stone", "haven", "port", "ridge", "view", "point", "mark", "line", "works", "land", "water", "dale", "crest",
        "path", "way", "side", "shore", "cross", "grove", "well", "march", "fall", "bend", "mill", "worth", "ton", "burn", "bury", "ley", "mont", "star", "peak", "run", "hall",
    ];

    private static readonly string[] GivenNames =
    [
        "Alice", "Ben", "Carla", "David", "Elena", "Frank", "Grace", "Henry", "Irene", "Jack", "Karen", "Leo", "Maria", "Nathan", "Olivia", "Paul", "Quinn", "Rosa",
        "Samuel", "Tara", "Ursula", "Victor", "Wendy", "Xavier", "Yvonne", "Zachary", "Amir", "Bianca", "Diego", "Fatima",
    ];

    private static readonly string[] Surnames =
    [
        "Adams", "Baker", "Carter", "Diaz", "Evans", "Foster", "Garcia", "Hughes", "Ingram", "Jensen", "Keller", "Lopez", "Morgan", "Nolan", "Ortiz", "Parker", "Quincy",
        "Reyes", "Sanders", "Turner", "Underwood", "Vargas", "Walsh", "Xiong", "Young", "Zimmer", "Brooks", "Chen", "Patel", "Novak",
    ];

    private static readonly string[] Streets =
    [
        "Maple", "Oak", "Cedar", "Main", "Market", "Mill", "Park", "River", "Lake", "Church", "Commerce", "Industrial", "Washington", "Lincoln", "Franklin", "Jefferson",
        "Highland", "Center", "Spring", "Walnut",
    ];

    private static readonly string[] StreetKinds = ["Street", "Avenue", "Road", "Drive", "Boulevard"];

    private readonly string[] forms = country switch
    {
        "US" => ["Inc.", "LLC", "Co.", "Corp."],
        "CA" => ["Inc.", "Ltd."],
        "GB" or "IE" or "IN" or "NZ" or "HK" => ["Ltd"],
        "AU" => ["Pty Ltd"],
        "DE" or "AT" or "CH" => ["GmbH", "AG"],
        "FR" or "BE" or "LU" => ["SA", "SARL"],
        "JP" => ["K.K.", "Co., Ltd."],
        "IT" => ["S.p.A.", "S.r.l."],
        "ES" or "MX" or "AR" or "CL" or "CO" => ["S.A.", "S.L."],
        "NL" => ["B.V."],
        _ => ["Ltd.", "Co."],
    };

    public override Language Language => Language.English;

    public override IReadOnlyList<string> Languages { get; } = country switch
    {
        "US" => ["en", "es", "zh", "fr"],
        "CA" => ["en", "fr"],
        "DE" or "AT" => ["de", "en"],
        "CH" => ["de", "fr", "it", "en"],
        "FR" => ["fr", "en"],
        "JP" => ["ja", "en"],
        "ES" or "MX" or "AR" or "CL" or "CO" => ["es", "en"],
        "IT" => ["it", "en"],
        _ => ["en"],
    };

    public override string Brand(Chance chance) => One(First, chance) + One(Second, chance);

    public override string Company(string brand, Industry industry, Chance chance) =>
        $"{brand} {One(industry.EnglishWords, chance)} {One(forms, chance)}";

    public override string Person(Chance chance) => $"{One(GivenNames, chance)} {One(Surnames, chance)}";

    public override string? Address(string placeHead, Chance chance) => country is "US" or "CA" or "GB" or "AU" or "NZ" or "IE"
        ? string.Create(CultureInfo.InvariantCulture, $"{1 + chance.Next(9_800)} {One(Streets, chance)} {One(StreetKinds, chance)}")
        : null;

    public override string Territory(string place) => place + " territory";
}
