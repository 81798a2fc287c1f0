using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Insight;

/// <summary>What a market question found.</summary>
/// <param name="Number">The question's number, 1 to 6.</param>
/// <param name="Question">The question in words.</param>
/// <param name="Statements">What was found, in sentences a sales manager uses; the first is the answer. Never empty.</param>
/// <param name="Tables">The figures behind it, the most important first.</param>
/// <param name="Charts">What to draw.</param>
/// <param name="Caveats">What to keep in mind when reading it: what is unknown, cut off, or assumed.</param>
/// <param name="From">First day of the sales that were read; null when there are none.</param>
/// <param name="Until">Last day of the sales that were read, included; null when there are none.</param>
public sealed record Answer(
    int Number,
    Text Question,
    ImmutableArray<Text> Statements,
    ImmutableArray<FigureTable> Tables,
    ImmutableArray<Chart> Charts,
    ImmutableArray<Text> Caveats,
    DateOnly? From,
    DateOnly? Until)
{
    /// <summary>The table with this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FigureTable Table(string name) => Tables.FirstOrDefault(table => table.Name == name)
        ?? throw new ArgumentException($"Question {Number} has no table {name}; it has {string.Join(", ", Tables.Select(table => table.Name))}.", nameof(name));
}

/// <summary>How to draw a chart.</summary>
public enum ChartKind
{
    /// <summary>One bar a category.</summary>
    Bars,

    /// <summary>One bar a category, the series on top of each other.</summary>
    StackedBars,
}

/// <summary>A chart as numbers: every series has one value a category.</summary>
/// <param name="Name">Its name for machines.</param>
/// <param name="Title">Its title for people, with the unit.</param>
/// <param name="Kind">How to draw it.</param>
/// <param name="Categories">What stands along the axis.</param>
/// <param name="Series">The values, by series.</param>
public sealed record Chart(string Name, Text Title, ChartKind Kind, ImmutableArray<Text> Categories, ImmutableArray<ChartSeries> Series);

/// <summary>One series of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Values">One value a category.</param>
public sealed record ChartSeries(Text Name, ImmutableArray<double> Values);
