using Bailiwick.Measures;

namespace Bailiwick.Staffing;

/// <summary>What can be doubtful about a staffing: all of it is said, none of it stops.</summary>
internal static class Problems
{
    public static Problem NoHome(StaffedRep rep) => Doubt(
        "staffing.no-home",
        new Text($"{rep.Name} has no known home; any other rep is assigned before.", $"{rep.Name}沒有已知住處，排在其他業務代表之後。"),
        rep.Id.Value,
        new Text("Maybe fill home_longitude and home_latitude, or home_postal and home_country.", "可填 home_longitude 與 home_latitude，或 home_postal 與 home_country。"));

    public static Problem NoPlacedAccount(StaffedTerritory territory) => Doubt(
        "staffing.no-placed-account",
        new Text($"{territory.Name} has no account with a known place; distance says nothing about it.", $"{territory.Name}沒有位置已知的客戶，無法以距離判斷。"),
        territory.Id.Value);

    public static Problem Vacant(StaffedTerritory territory) => Doubt(
        "staffing.vacant",
        new Text($"{territory.Name} stays vacant: there are more territories than reps.", $"{territory.Name}懸缺：轄區比業務代表多。"),
        territory.Id.Value);

    public static Problem Unassigned(StaffedRep rep) => Doubt(
        "staffing.unassigned",
        new Text($"{rep.Name} gets no territory: there are more reps than territories.", $"{rep.Name}未分配轄區：業務代表比轄區多。"),
        rep.Id.Value);

    private static Problem Doubt(string code, Text message, string value, Text? advice = null) =>
        new(code, Severity.Doubt, Place.None, message, value, advice);
}
