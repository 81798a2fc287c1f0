namespace Bailiwick.Import.Reading;

/// <summary>How a delimited text file is written.</summary>
/// <param name="Separator">What stands between two cells; one character or several.</param>
/// <param name="Quote">What encloses cells that hold separators or row ends; null when quotes are ordinary characters.</param>
/// <param name="RowEnd">What ends a row; null is any of CR LF, LF and CR.</param>
internal sealed record Dialect(string Separator, char? Quote = '"', string? RowEnd = null)
{
    private static readonly string[] Candidates = [",", ";", "\t", "|"];

    /// <summary>The separator in words, for the report.</summary>
    public string Shown => Separator == "\t" ? "tab" : Separator;

    /// <summary>Finds the separator from the beginning of a file: the one that cuts the most rows into as many cells as the first, and more than one.</summary>
    public static Dialect Sniff(string sample)
    {
        Dialect best = new(Candidates[0]);
        double bestScore = 0;
        foreach (string candidate in Candidates)
        {
            var dialect = new Dialect(candidate);
            using var reader = new DelimitedReader(new StringReader(sample), dialect);
            var widths = new List<int>();
            while (widths.Count < 50 && reader.Read())
            {
                widths.Add(reader.IsWhole ? reader.Count : 0);
            }

            // The last row of a sample may be cut.
            int rows = Math.Max(1, widths.Count - 1);
            double score = widths.Count == 0 || widths[0] < 2 ? 0 : (widths.Take(rows).Count(width => width == widths[0]) / (double)rows) + (widths[0] / 10_000d);
            if (score > bestScore)
            {
                (best, bestScore) = (dialect, score);
            }
        }

        return best;
    }
}
