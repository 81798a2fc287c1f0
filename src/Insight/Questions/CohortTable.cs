using System.Collections.Immutable;
using Bailiwick.Insight.Ledger;
using Bailiwick.Insight.Statistics;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>New customers by group and year.</summary>
/// <param name="Dimension">What the groups are.</param>
/// <param name="Labels">The groups; the last is unknown.</param>
/// <param name="Cohorts">The years.</param>
/// <param name="Counts">Per group and year the new customers.</param>
internal sealed record CohortTable(Dimension Dimension, ImmutableArray<Figure.Label> Labels, Cohorts Cohorts, long[,] Counts)
{
    /// <summary>Years shown by group: the last ones.</summary>
    private const int YearsShown = 5;

    private const int SeriesDrawn = 8;

    public static ImmutableArray<FigureColumn> GrowthColumns { get; } =
    [
        new("growth", new Text("growth a day", "每日成長倍數"), FigureKind.Ratio),
        new("growthLow", new Text("at least (95 %)", "下限（95 %）"), FigureKind.Ratio),
        new("growthHigh", new Text("at most (95 %)", "上限（95 %）"), FigureKind.Ratio),
    ];

    /// <summary>New customers of the years shown whose group is known.</summary>
    public long Known => Enumerable.Range(0, Labels.Length - 1).Sum(Total);

    private IEnumerable<int> Shown => Enumerable.Range(0, Cohorts.Years.Length).TakeLast(YearsShown);

    public static CohortTable Of(Dimension dimension, Groups groups, Cohorts cohorts)
    {
        var counts = new long[groups.Labels.Length, cohorts.Years.Length];
        for (int account = 0; account < cohorts.Of.Length; account++)
        {
            if (cohorts.Of[account] >= 0)
            {
                counts[groups.Of[account], cohorts.Of[account]]++;
            }
        }

        return new CohortTable(dimension, groups.Labels, cohorts, counts);
    }

    public static IEnumerable<Figure?> GrowthCells(RateRatio? growth) =>
    [
        growth?.Ratio is { } ratio ? new Figure.Ratio(ratio) : null,
        growth is { } interval ? new Figure.Ratio(interval.Low) : null,
        growth?.High is { } high ? new Figure.Ratio(high) : null,
    ];

    /// <summary>Where most of them come from, in words; null when there is nothing to compare.</summary>
    public Text? Largest()
    {
        int[] ranked = Ranked();
        long all = Enumerable.Range(0, Labels.Length).Sum(Total);
        if (ranked.Length < 2 || Known * 2 < all)
        {
            return null;
        }

        (string English, string Chinese)[] shares = [.. ranked.Take(3).Select(group => (Share(Labels[group].Words.English, group, all), Share(Labels[group].Words.Chinese, group, all)))];
        string years = string.Join('–', new[] { Shown.First(), Shown.Last() }.Distinct().Select(at => Cohorts.Years[at].Key));
        return new Text(
            $"By {Dimension.Title.English}, the new customers of {years} are mostly {string.Join(", ", shares.Select(share => share.English))}.",
            $"{years} 年的新顧客依{Dimension.Title.Chinese}，以{string.Join("、", shares.Select(share => share.Chinese))}為主。");
    }

    public FigureTable Table() => new(
        Dimension.Name,
        new Text($"New customers by {Dimension.Title.English}", $"新顧客，依{Dimension.Title.Chinese}"),
        [
            new(Dimension.Name, Dimension.Title, FigureKind.Label),
            .. Shown.Select(at => new FigureColumn($"newCustomers{Cohorts.Years[at].Key}", Text.Same(Cohorts.Years[at].Key), FigureKind.Count)),
            new("share", new Text("share", "占比"), FigureKind.Part),
            .. GrowthColumns,
        ],
        [.. (Total(Labels.Length - 1) > 0 ? [.. Ranked(), Labels.Length - 1] : Ranked()).Select(Row)]);

    public Chart Draw() => new(
        Dimension.Name,
        new Text($"New customers by year and {Dimension.Title.English}", $"各年度新顧客，依{Dimension.Title.Chinese}"),
        ChartKind.StackedBars,
        [.. Shown.Select(at => Text.Same(Cohorts.Years[at].Key))],
        [.. Ranked().Take(SeriesDrawn).Select(group => new ChartSeries(Labels[group].Words, [.. Shown.Select(at => (double)Counts[group, at])]))]);

    private int[] Ranked() =>
    [
        .. Enumerable.Range(0, Labels.Length - 1)
            .Where(group => Total(group) > 0)
            .OrderByDescending(Total)
            .ThenBy(group => Labels[group].Key, StringComparer.Ordinal),
    ];

    private ImmutableArray<Figure?> Row(int group)
    {
        long all = Enumerable.Range(0, Labels.Length).Sum(Total);
        int last = Cohorts.Years.Length - 1;
        RateRatio? growth = last == 0 ? null : RateRatio.Of(Counts[group, last - 1], Cohorts.Years[last - 1].Days, Counts[group, last], Cohorts.Years[last].Days);
        return
        [
            Labels[group],
            .. Shown.Select(at => new Figure.Count(Counts[group, at])),
            new Figure.Part(Measures.Share.Of(Total(group) / (double)all)),
            .. GrowthCells(growth),
        ];
    }

    private long Total(int group) => Shown.Sum(at => Counts[group, at]);

    private string Share(string name, int group, long all) => $"{name} {Words.Percent(Total(group) / (double)all)}";
}
