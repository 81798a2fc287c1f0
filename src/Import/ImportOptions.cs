using Bailiwick.Market;

namespace Bailiwick.Import;

/// <summary>How files are read. The defaults suit a person at a command line.</summary>
public sealed record ImportOptions
{
    /// <summary>A mapping file, or the name of one that comes with the house; null when the files are to be recognised by name and header.</summary>
    public string? Mapping { get; init; }

    /// <summary>Folder for the rejected rows, or a file name ending in <c>.csv</c> (with several files, the name of each is put in); null writes none.</summary>
    public string? Rejects { get; init; }

    /// <summary>The encoding of text files, by its web name (<c>big5</c>, <c>utf-16le</c>); null finds it out file by file.</summary>
    public string? Encoding { get; init; }

    /// <summary>ISO 4217 code for amounts in files that have no currency column; null leaves their currency unknown.</summary>
    public string? Currency { get; init; }

    /// <summary><c>dmy</c> or <c>mdy</c>: the order of day and month where the year stands last; null finds it out column by column.</summary>
    public string? Dates { get; init; }

    /// <summary>A file of more bytes, unpacked, is refused; null is no limit. For files that come over a network.</summary>
    public long? MostBytes { get; init; }

    /// <summary>The table whose rows every file holds, whatever its name and columns; null finds it out. Not for a mapping, which says it itself.</summary>
    public MarketTable? Table { get; init; }

    /// <summary>Names of columns and custom fields, in any case: only these and the keys are read, and nothing is said of others; null reads all.</summary>
    public IReadOnlySet<string>? Columns { get; init; }

    /// <summary>What the market already holds: products to refer to. Asked only when a row names a product that the files do not hold.</summary>
    public Func<MarketSnapshot>? Known { get; init; }
}
