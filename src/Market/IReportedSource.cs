using Bailiwick.Measures;

namespace Bailiwick.Market;

/// <summary>Rows on their way in, with a report of what was read, what was doubtful and what could not be taken.</summary>
/// <remarks>The report grows as rows are read and tells of the latest reading of each table.</remarks>
public interface IReportedSource : IMarketSource
{
    /// <summary>The files, and what each was taken for.</summary>
    IReadOnlyList<SourceNote> Sources { get; }

    /// <summary>Every doubt and every error so far.</summary>
    ProblemList Problems { get; }

    /// <summary>How many rows of a table could not be taken.</summary>
    long Rejected(MarketTable table);

    /// <summary>Whether a file ended in the middle, so that nothing that was read should be kept.</summary>
    bool IsBroken { get; }

    /// <summary>The files that hold the rejected rows; empty when there are none or when they were not asked for.</summary>
    IReadOnlyList<string> RejectsFiles { get; }
}

/// <summary>What a file was taken for.</summary>
/// <param name="File">The file, and the sheet after a <c>#</c> when it has several.</param>
/// <param name="Table">The table its rows go to; null when it was left out, or only feeds a mapping, which <paramref name="Layout"/> then names.</param>
/// <param name="Layout">How its columns were understood: <c>plain</c>, <c>Salesforce</c>, a mapping's name …; null when it was left out.</param>
/// <param name="Format">Kind of file and how it is written: <c>CSV, UTF-8, separator ;</c>.</param>
/// <param name="Columns">The columns in the order of the file.</param>
public sealed record SourceNote(string File, string? Table, string? Layout, string Format, IReadOnlyList<ColumnNote> Columns);

/// <summary>What a column of a file became.</summary>
/// <param name="Source">Its name in the file.</param>
/// <param name="Target">The canonical column; null when it became a custom field or was left out.</param>
/// <param name="IsCustom">Whether it became a custom field.</param>
public sealed record ColumnNote(string Source, string? Target, bool IsCustom);
