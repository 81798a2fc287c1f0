using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Alignment;

/// <summary>Everything that can be wrong with a problem, and everything that can keep a plan from being feasible.</summary>
internal static class Problems
{
    /// <summary>Scores are sums of mass × squared kilometres: a quarter of what 64 bits hold leaves room for penalties.</summary>
    internal const double LargestScore = long.MaxValue / 4.0;

    /// <summary>What is wrong with the parts of a problem.</summary>
    internal static IEnumerable<Problem> Of(AlignmentDraft draft)
    {
        int units = draft.Ids.Length;
        if (units == 0)
        {
            yield return Error("alignment.no-units", new("There are no units to align.", "沒有可分配的單位。"));
            yield break;
        }

        if (draft.Territories < 1 || draft.Territories > units)
        {
            yield return Error(
                "alignment.territories-out-of-range",
                new($"{draft.Territories} territories were asked for, but {units} units make 1 to {units}.", $"要求 {draft.Territories} 個轄區，但 {units} 個單位只能分成 1 到 {units} 個。"),
                Number(draft.Territories));
        }

        foreach (IGrouping<string, string> id in draft.Ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            yield return Error("alignment.double-id", new($"The unit \"{id.Key}\" stands more than once.", $"單位「{id.Key}」重複出現。"), id.Key);
        }

        foreach (Problem problem in Lengths(draft, units).Concat(Points(draft)).Concat(Pairs(draft, units)).Concat(Measures(draft, units)))
        {
            yield return problem;
        }
    }

    internal static Problem TooHeavy(string unit, string measure, long weight, long most) => Error(
        "alignment.unit-heavier-than-limit",
        new(
            $"Unit {unit} alone has {Grouped(weight)} of {measure}; a territory may have at most {Grouped(most)}. A unit moves whole.",
            $"單位 {unit} 單獨就有 {measure} {Grouped(weight)}，超過單一轄區上限 {Grouped(most)}；單位不可分割。"),
        unit,
        new($"Maybe raise the limit to {Grouped(weight)}, use fewer territories or smaller units.", $"可將上限提高到 {Grouped(weight)}、減少轄區數，或改用較小的單位。"));

    internal static Problem TotalOutside(string measure, long total, long least, long most) => Error(
        "alignment.total-outside-limits",
        new(
            $"All units together have {Grouped(total)} of {measure}, but the limits of all territories add up to {Grouped(least)} to {Grouped(most)}.",
            $"全部單位的 {measure} 合計 {Grouped(total)}，但各轄區限制合計為 {Grouped(least)} 到 {Grouped(most)}。"));

    internal static Problem TooManyPieces(int pieces, int territories) => Error(
        "alignment.more-pieces-than-territories",
        new(
            $"The units form {pieces} pieces without a connection, but only {territories} territories were asked for; each piece needs at least one of its own.",
            $"單位分成 {pieces} 個互不相連的區塊，但只要求 {territories} 個轄區；每個區塊至少需要一個。"),
        advice: new("Maybe join the pieces by links, or ask for more territories.", "可用連線接起各區塊，或增加轄區數。"));

    internal static Problem Missed(LimitMiss miss) => Error(
        "alignment.limit-missed",
        miss.Sum > miss.Band.Most
            ? new(
                $"Territory {miss.Territory} has {Grouped(miss.Sum)} of {miss.Measure}, {Grouped(miss.By)} above the limit of {Grouped(miss.Band.Most)}.",
                $"轄區 {miss.Territory} 的 {miss.Measure} 為 {Grouped(miss.Sum)}，超過上限 {Grouped(miss.Band.Most)} 達 {Grouped(miss.By)}。")
            : new(
                $"Territory {miss.Territory} has {Grouped(miss.Sum)} of {miss.Measure}, {Grouped(miss.By)} below the limit of {Grouped(miss.Band.Least)}.",
                $"轄區 {miss.Territory} 的 {miss.Measure} 為 {Grouped(miss.Sum)}，低於下限 {Grouped(miss.Band.Least)} 達 {Grouped(miss.By)}。"),
        Number(miss.Sum));

    internal static Problem Apart(int territory, int pieces) => Error(
        "alignment.not-contiguous",
        new($"Territory {territory} lies in {pieces} pieces.", $"轄區 {territory} 分成 {pieces} 塊，並不相連。"));

    internal static Problem Empty(int territory) => Error("alignment.empty-territory", new($"Territory {territory} has no unit.", $"轄區 {territory} 沒有任何單位。"));

    internal static Problem LockBroken(string unit, int territory) => Error(
        "alignment.lock-broken",
        new($"Unit {unit} is locked to territory {territory} but could not be put there.", $"單位 {unit} 鎖定於轄區 {territory}，但無法分配到該處。"),
        unit);

    internal static Problem File(string code, Place place, Text message, string? value = null) => new("alignment." + code, Severity.Error, place, message, value);

    private static IEnumerable<Problem> Lengths(AlignmentDraft draft, int units)
    {
        (string Part, int Length)[] parts =
        [
            ("points", draft.Points.Length),
            ("mass", draft.Mass.IsDefaultOrEmpty ? units : draft.Mass.Length),
            ("locks", draft.Locks.IsDefaultOrEmpty ? units : draft.Locks.Length),
            .. draft.Measures.Select(measure => ($"weights of {measure.Name}", measure.Weights.Length)),
        ];
        foreach ((string part, int length) in parts.Where(part => part.Length != units))
        {
            yield return Error("alignment.wrong-length", new($"There are {length} {part} for {units} units.", $"{units} 個單位卻有 {length} 筆 {part}。"), Number(length));
        }

        foreach (int territory in (draft.Locks.IsDefault ? [] : draft.Locks).Where(territory => territory < -1 || territory >= draft.Territories).Distinct())
        {
            yield return Error("alignment.lock-out-of-range", new($"A lock names territory {territory}; territories are 0 to {draft.Territories - 1}.", $"鎖定指向轄區 {territory}，但轄區編號為 0 到 {draft.Territories - 1}。"), Number(territory));
        }
    }

    private static IEnumerable<Problem> Points(AlignmentDraft draft)
    {
        foreach (PlanePoint point in draft.Points.Where(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y)).Take(1))
        {
            yield return Error("alignment.no-point", new($"({point.X}, {point.Y}) is not a point on a plane.", $"({point.X}, {point.Y}) 不是平面座標。"));
            yield break;
        }

        if (draft.Points.IsEmpty || draft.Measures.IsEmpty || draft.Objective is not AlignmentObjective.MomentOfInertia)
        {
            yield break;
        }

        double width = draft.Points.Max(point => point.X) - draft.Points.Min(point => point.X);
        double height = draft.Points.Max(point => point.Y) - draft.Points.Min(point => point.Y);
        double squareKilometres = ((width * width) + (height * height)) / 1e6;
        double mass = (draft.Mass.IsDefaultOrEmpty ? draft.Measures[0].Weights : draft.Mass).Sum(weight => (double)weight);
        if (squareKilometres * mass > LargestScore)
        {
            yield return Error(
                "alignment.too-large",
                new("Mass times squared distance is too large to count exactly.", "質量乘以距離平方過大，無法精確計算。"),
                advice: new("Maybe give the mass in larger units, or check that coordinates are metres.", "可改用較大的單位，或檢查座標是否為公尺。"));
        }
    }

    private static IEnumerable<Problem> Pairs(AlignmentDraft draft, int units)
    {
        foreach ((int a, int b) in draft.Neighbours.Where(pair => pair.A < 0 || pair.B < 0 || pair.A >= units || pair.B >= units))
        {
            yield return Error("alignment.unknown-neighbour", new($"The neighbour pair ({a}, {b}) names a unit outside 0 to {units - 1}.", $"相鄰對 ({a}, {b}) 指向不存在的單位（0 到 {units - 1}）。"), $"{a},{b}");
        }
    }

    private static IEnumerable<Problem> Measures(AlignmentDraft draft, int units)
    {
        if (draft.Measures.IsEmpty)
        {
            yield return Error("alignment.no-measure", new("There is no activity measure to balance.", "沒有可平衡的工作量指標。"));
        }

        foreach (ActivityMeasure measure in draft.Measures)
        {
            if (measure.Bands.Length != draft.Territories)
            {
                yield return Error("alignment.wrong-length", new($"{measure.Name} has {measure.Bands.Length} limits for {draft.Territories} territories.", $"{measure.Name} 有 {measure.Bands.Length} 組限制，但轄區有 {draft.Territories} 個。"), measure.Name);
            }

            if (measure.Weights.Any(weight => weight < 0))
            {
                yield return Error("alignment.negative-weight", new($"{measure.Name} has a weight below 0.", $"{measure.Name} 有小於 0 的值。"), measure.Name);
            }

            if (measure.Bands.FirstOrDefault(band => band.Least > band.Most) is { } empty)
            {
                yield return Error("alignment.empty-band", new($"{measure.Name}: no whole number lies between the limits {empty.Least} and {empty.Most}.", $"{measure.Name}：限制 {empty.Least} 與 {empty.Most} 之間沒有整數。"), measure.Name);
            }
        }
    }

    private static Problem Error(string code, Text message, string? value = null, Text? advice = null) => new(code, Severity.Error, Place.None, message, value, advice);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
