using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>What can be wrong with the wish for a sample.</summary>
internal static class Problems
{
    public static Problem OutOfRange(string option, long value, long least, long most) => Of(
        "samples.out-of-range",
        new Text($"{option} is {value}; it can be {least} to {most}.", $"{option} 為 {value}；可用範圍是 {least} 至 {most}。"),
        value.ToString(CultureInfo.InvariantCulture));

    public static Problem UnknownCountry(string country) => Of(
        "samples.unknown-country",
        new Text($"\"{country}\" is not a country of ISO 3166-1.", $"「{country}」不是 ISO 3166-1 的國家。"),
        country,
        new Text("Maybe use TW, US, JP or DE.", "可以改用 TW、US、JP 或 DE。"));

    public static Problem NoCities(string country) => Of(
        "samples.no-cities",
        new Text($"No city with a population is known in {country}.", $"{country} 沒有已知人口的城市。"),
        country,
        new Text("Maybe take a larger country.", "可以改選較大的國家。"));

    public static Problem FolderInUse(string folder, string file) => Of(
        "samples.folder-in-use",
        new Text($"The folder {folder} holds {file}, which no sample wrote; nothing was written.", $"資料夾 {folder} 內有不是範例資料的 {file}；沒有寫入任何檔案。"),
        file,
        new Text("Maybe name an empty folder.", "可以指定一個空資料夾。"));

    private static Problem Of(string code, Text message, string value, Text? advice = null) =>
        new(code, Severity.Error, Place.None, message, value, advice);
}
