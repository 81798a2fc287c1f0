using System.Text;

namespace Bailiwick.Import.Reading;

/// <summary>A CSV or TSV file.</summary>
internal sealed class DelimitedFile : ITableFile
{
    /// <summary>Stands for bytes that are no text in the file's encoding.</summary>
    public const char Undecoded = '\uFFFD';

    private const int SniffCharacters = 1 << 16;

    private readonly string path;
    private readonly bool isPacked;
    private readonly long? mostBytes;
    private readonly Encoding encoding;
    private readonly TextDialect told;
    private readonly Dialect dialect;

    /// <exception cref="InvalidDataException">A damaged gzip, or more bytes than allowed.</exception>
    public DelimitedFile(string path, string name, bool isPacked, long? mostBytes, TextDialect told)
    {
        this.path = path;
        this.isPacked = isPacked;
        this.mostBytes = mostBytes;
        this.told = told;
        Name = name;
        (encoding, IsGuess) = told.Encoding is { } given ? (given, false) : Detect();
        dialect = told.Separator is { } separator ? new Dialect(separator, told.IsQuoted ? '"' : null, told.RowEnd) : Sniff();
        Header = told.Columns ?? ReadHeader();
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>Whether the encoding is a guess from the frequencies of characters.</summary>
    public bool IsGuess { get; }

    /// <summary>The encoding's web name.</summary>
    public string EncodingName => encoding.WebName;

    /// <inheritdoc />
    public string Format => $"{(dialect.Separator == "\t" ? "TSV" : "CSV")}, {encoding.WebName}{(isPacked ? ", gzip" : "")}, separator {dialect.Shown}";

    /// <inheritdoc />
    public bool HintsDecimalComma => dialect.Separator == ";";

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc />
    public IEnumerable<FileRow> Rows() => Guarded.Rows(Name, Read());

    /// <summary>The rows once more, each to be looked at cell by cell; the first call of <see cref="DelimitedReader.Read"/> goes to the first row after the header.</summary>
    /// <exception cref="IOException">When read: the file cannot be.</exception>
    /// <exception cref="InvalidDataException">When read: a damaged gzip, or more bytes than allowed.</exception>
    public DelimitedReader Open()
    {
        var reader = new DelimitedReader(OpenText(), dialect);
        for (int skip = told.Skip + (told.Columns is null ? 1 : 0); skip > 0 && reader.Read(); skip--)
        {
        }

        return reader;
    }

    /// <summary>The row that a reader stands at.</summary>
    public FileRow Row(DelimitedReader reader)
    {
        string[] cells = reader.Texts();
        if (!reader.IsWhole)
        {
            return new FileRow(reader.Line, cells, Problems.Unreadable(Name, reader.Line, reader.FaultPosition, reader.Fault));
        }

        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell].Contains(Undecoded, StringComparison.Ordinal))
            {
                return new FileRow(reader.Line, cells, Problems.Undecodable(Name, reader.Line, HeaderAt(cell), cells[cell], encoding.WebName));
            }

            cells[cell] = told.IsTrimmed ? cells[cell].Trim() : cells[cell];
        }

        return new FileRow(reader.Line, cells);
    }

    private IEnumerable<FileRow> Read()
    {
        using DelimitedReader reader = Open();
        while (reader.Read())
        {
            yield return Row(reader);
            if (reader.Fault == RowFault.TooLong)
            {
                yield break;
            }
        }
    }

    private string HeaderAt(int cell) => cell < Header.Count ? Header[cell] : (cell + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string[] ReadHeader()
    {
        using var reader = new DelimitedReader(OpenText(), dialect);
        for (int skip = told.Skip; skip > 0 && reader.Read(); skip--)
        {
        }

        return reader.Read() && reader.IsWhole ? [.. reader.Texts().Select(cell => cell.Trim())] : [];
    }

    private (Encoding Encoding, bool IsGuess) Detect()
    {
        using Stream stream = FileKinds.Open(path, isPacked, mostBytes);
        return Encodings.Of(stream);
    }

    private Dialect Sniff()
    {
        using TextReader text = OpenText();
        char[] sample = new char[SniffCharacters];
        return Dialect.Sniff(new string(sample, 0, text.ReadBlock(sample)));
    }

    private StreamReader OpenText() => new(FileKinds.Open(path, isPacked, mostBytes), encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
}

/// <summary>What a person said about a text file; what is null is found out.</summary>
internal sealed record TextDialect
{
    public static TextDialect Unknown { get; } = new();

    public Encoding? Encoding { get; init; }

    public string? Separator { get; init; }

    public bool IsQuoted { get; init; } = true;

    public string? RowEnd { get; init; }

    /// <summary>Rows before the header, or before the first row when there is no header.</summary>
    public int Skip { get; init; }

    /// <summary>Column names of a file without a header; null when the first row is the header.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    public bool IsTrimmed { get; init; }
}
