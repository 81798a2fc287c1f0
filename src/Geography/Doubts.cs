using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>What can be doubtful about a place, one a line.</summary>
internal static class Doubts
{
    public static Doubt UnknownCountry(string given) => new("geography.unknown-country",
        new Text($"\"{given}\" is not a country; it was left out.", $"「{given}」不是國家名稱或代碼，未採用。"), given);

    public static Doubt CountryMended(string given, Country country) => new("geography.country-mended",
        new Text($"\"{given}\" was read as {country.Name.English} ({country.Alpha2}).", $"「{given}」視為{country.Name.Chinese}（{country.Alpha2}）。"), given);

    public static Doubt CountryInferred(string given, string country) => new("geography.country-inferred",
        new Text($"No country was given; \"{given}\" lies in {country}.", $"未提供國家；「{given}」位於 {country}。"), given);

    public static Doubt UnknownSubdivision(string given, string? country) => new("geography.unknown-subdivision",
        new Text($"\"{given}\" is not one subdivision of {country ?? "a known country"}; it was left out.", $"「{given}」不是{country ?? "已知國家"}的單一行政區，未採用。"), given);

    public static Doubt SubdivisionElsewhere(string given, string by) => new("geography.subdivision-contradicts",
        new Text($"Subdivision \"{given}\" contradicts {by}, which was followed.", $"行政區「{given}」與 {by} 矛盾，以後者為準。"), given);

    public static Doubt CountryElsewhere(string given, string by) => new("geography.country-contradicts",
        new Text($"Country \"{given}\" contradicts {by}, which was followed.", $"國家「{given}」與 {by} 矛盾，以後者為準。"), given);

    public static Doubt Swapped(LonLat point, string country) => new("geography.coordinates-swapped",
        new Text(
            FormattableString.Invariant($"({point.Longitude}, {point.Latitude}) lies outside {country}, but inside it when read as latitude and longitude. Maybe the two columns are exchanged."),
            FormattableString.Invariant($"（{point.Longitude}, {point.Latitude}）不在 {country} 境內，但經緯度對調後就在境內。兩欄可能對調了。")), Given(point));

    public static Doubt NoCoordinates(LonLat point) => new("geography.coordinates-zero",
        new Text("Coordinates 0, 0 mean that nothing is known; they were left out.", "座標 0, 0 表示未知，未採用。"), Given(point));

    public static Doubt OffShore(LonLat point, string area, int metres) => new("geography.coordinates-off-shore",
        new Text($"The coordinates lie in no area; the nearest, {area}, is within {metres} m and was taken.", $"座標不在任何區域內；採用 {metres} 公尺內最近的 {area}。"), Given(point));

    public static Doubt NowhereNear(LonLat point) => new("geography.coordinates-nowhere",
        new Text("The coordinates lie in no area of the land.", "座標不在任何陸地區域內。"), Given(point));

    public static Doubt UnknownArea(string given) => new("geography.unknown-area",
        new Text($"There is no area \"{given}\".", $"沒有「{given}」這個區域。"), given);

    public static Doubt UnknownPostal(string given, string country) => new("geography.unknown-postal",
        new Text($"\"{given}\" is not a known postal code of {country}.", $"「{given}」不是 {country} 的已知郵遞區號。"), given);

    public static Doubt PostalElsewhere(string given, string country) => new("geography.postal-contradicts",
        new Text($"\"{given}\" is written like a postal code of another country than {country}; it was left out.", $"「{given}」的格式不像 {country} 的郵遞區號，未採用。"), given);

    public static Doubt PostalFar(string given, string by) => new("geography.postal-contradicts",
        new Text($"Postal code \"{given}\" lies elsewhere than {by}, which was followed.", $"郵遞區號「{given}」與 {by} 不在同一地，以後者為準。"), given);

    public static Doubt PostalMended(string given, string postal) => new("geography.postal-mended",
        new Text($"Postal code \"{given}\" was read as {postal}.", $"郵遞區號「{given}」視為 {postal}。"), given);

    public static Doubt PostalWithoutCountry(string given) => new("geography.postal-without-country",
        new Text($"Postal code \"{given}\" says nothing without a country.", $"沒有國家，郵遞區號「{given}」無法判讀。"), given);

    public static Doubt UnknownCity(string given, string within) => new("geography.unknown-city",
        new Text($"\"{given}\" is not a known place in {within}.", $"在 {within} 找不到「{given}」。"), given);

    public static Doubt CityElsewhere(string given, string by) => new("geography.city-contradicts",
        new Text($"City \"{given}\" lies elsewhere than {by}, which was followed.", $"城市「{given}」與 {by} 不在同一地，以後者為準。"), given);

    public static Doubt CityMany(string given, int count, string within) => new("geography.city-ambiguous",
        new Text($"There are {count} places named \"{given}\" in {within}; none was taken. Maybe a subdivision or postal code can be added.", $"在 {within} 有 {count} 個「{given}」，均未採用。可補上行政區或郵遞區號。"), given);

    public static Doubt CityLargest(string given, int count, string taken) => new("geography.city-largest",
        new Text($"There are {count} places named \"{given}\"; the by far largest, in {taken}, was taken.", $"有 {count} 個「{given}」；採用人口遠多於其他的 {taken}。"), given);

    public static Doubt Nothing { get; } = new("geography.not-placed",
        new Text("Nothing says where this is.", "沒有任何資料能判定位置。"), null);

    private static string Given(LonLat point) => FormattableString.Invariant($"{point.Longitude}, {point.Latitude}");
}
