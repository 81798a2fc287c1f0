using System.Buffers;

namespace Bailiwick.Import.Reading;

/// <summary>Cuts delimited text into rows and cells (RFC 4180 and its relatives), with the line of each row.</summary>
/// <remarks>
/// A quote encloses a cell only at the cell's beginning. A row that cannot be read (a quote that never closes, something after a
/// closing quote) ends at the end of its first line, and reading goes on with the next: one bad row costs one row. To go back
/// there the row is held in memory, so its size is limited.
/// </remarks>
internal sealed class DelimitedReader(TextReader text, Dialect dialect) : IDisposable
{
    /// <summary>A row has at most so many characters.</summary>
    public const int MostCharacters = 1 << 20;

    private readonly List<CellAt> cells = [];
    private readonly ArrayBufferWriter<char> unescaped = new();
    private readonly string separator = dialect.Separator;
    private readonly string? rowEnd = dialect.RowEnd;
    // Whoever writes "&|\n" may have a file where a carriage return stands before the line feed.
    private readonly string? windowsRowEnd = dialect.RowEnd?.ReplaceLineEndings("\r\n");
    private readonly char first = dialect.Separator[0];
    private char[] buffer = new char[1 << 16];
    private int row;
    private int start;
    private int end;
    private bool isAtEnd;
    private long nextLine = 1;

    /// <summary>Line of the current row, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Number of cells of the current row.</summary>
    public int Count => cells.Count;

    /// <summary>The current row as it stands in the text, its end included.</summary>
    public ReadOnlySpan<char> Raw => buffer.AsSpan(row, start - row);

    /// <summary>Why the current row could not be read.</summary>
    public RowFault Fault { get; private set; }

    /// <summary>Position in the row, from 1, of what caused the fault.</summary>
    public int FaultPosition { get; private set; }

    /// <summary>Whether the current row could be read.</summary>
    public bool IsWhole => Fault == RowFault.None;

    /// <summary>A cell of the current row; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            (int from, int length, bool isUnescaped) = cells[cell];
            return isUnescaped ? unescaped.WrittenSpan.Slice(from, length) : buffer.AsSpan(row + from, length);
        }
    }

    /// <summary>The cells of the current row as texts.</summary>
    public string[] Texts()
    {
        var texts = new string[cells.Count];
        for (int cell = 0; cell < texts.Length; cell++)
        {
            texts[cell] = this[cell].ToString();
        }

        return texts;
    }

    /// <summary>Goes to the next row that is not blank; false at the end.</summary>
    public bool Read()
    {
        while (true)
        {
            cells.Clear();
            unescaped.ResetWrittenCount();
            Fault = RowFault.None;
            Line = nextLine;
            int at = start;
            if (!Has(ref at, 0))
            {
                return false;
            }

            Cut(ref at);
            (row, start) = (start, at);
            if (cells.Count > 1 || Fault != RowFault.None || (cells.Count == 1 && !this[0].IsWhiteSpace()))
            {
                return true;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => text.Dispose();

    private void Cut(ref int at)
    {
        long lines = 0;
        while (true)
        {
            bool isQuoted = dialect.Quote is { } quote && Has(ref at, 0) && buffer[at] == quote;
            bool isMore = isQuoted ? Quoted(ref at, ref lines) : Plain(ref at);
            if (Fault != RowFault.None)
            {
                SkipLine(out at);
                return;
            }

            if (!isMore)
            {
                nextLine += rowEnd is null || !rowEnd.Contains('\n', StringComparison.Ordinal) ? lines + 1 : buffer.AsSpan(start, at - start).Count('\n');
                return;
            }
        }
    }

    /// <summary>A cell without quotes; true when a separator follows, false when the row ends.</summary>
    private bool Plain(ref int at)
    {
        int from = at - start;
        while (true)
        {
            int found = rowEnd is null
                ? buffer.AsSpan(at, end - at).IndexOfAny(first, '\r', '\n')
                : buffer.AsSpan(at, end - at).IndexOfAny(first, rowEnd[0]);
            if (found < 0)
            {
                at = end;
                if (!Has(ref at, 0))
                {
                    Take(from, at);
                    return false;
                }

                if (Fault != RowFault.None)
                {
                    return false;
                }

                continue;
            }

            at += found;
            if (Follows(ref at, separator))
            {
                Take(from, at);
                at += separator.Length;
                return true;
            }

            int length = RowEndAt(ref at);
            if (length > 0)
            {
                Take(from, at);
                at += length;
                return false;
            }

            at++;
        }
    }

    /// <summary>A cell in quotes; true when a separator follows, false when the row ends.</summary>
    private bool Quoted(ref int at, ref long lines)
    {
        char quote = dialect.Quote!.Value;
        FaultPosition = at - start + 1;
        int before = unescaped.WrittenCount;
        at++;
        int from = at - start;
        while (true)
        {
            int found = buffer.AsSpan(at, end - at).IndexOfAny(quote, '\n');
            if (found < 0)
            {
                at = end;
                if (!Has(ref at, 0) || Fault != RowFault.None)
                {
                    Fault = RowFault.OpenQuote;
                    return false;
                }

                continue;
            }

            at += found;
            if (buffer[at] == '\n')
            {
                lines++;
                at++;
                continue;
            }

            if (Has(ref at, 1) && buffer[at + 1] == quote)
            {
                unescaped.Write(buffer.AsSpan(start + from, at - start - from + 1));
                at += 2;
                from = at - start;
                continue;
            }

            if (unescaped.WrittenCount == before)
            {
                Take(from, at);
            }
            else
            {
                unescaped.Write(buffer.AsSpan(start + from, at - start - from));
                cells.Add(new CellAt(before, unescaped.WrittenCount - before, IsUnescaped: true));
            }

            at++;
            return AfterQuote(ref at);
        }
    }

    private bool AfterQuote(ref int at)
    {
        if (!Has(ref at, 0))
        {
            return false;
        }

        if (Follows(ref at, separator))
        {
            at += separator.Length;
            return true;
        }

        int length = RowEndAt(ref at);
        if (length == 0)
        {
            Fault = RowFault.AfterQuote;
            FaultPosition = at - start + 1;
        }

        at += length;
        return false;
    }

    /// <summary>After a fault: the row is what stands on its first line, and the next row begins behind it.</summary>
    private void SkipLine(out int at)
    {
        cells.Clear();
        int length = buffer.AsSpan(start, end - start).IndexOf('\n');
        if (length < 0 && !isAtEnd)
        {
            Fault = RowFault.TooLong;
        }

        length = length < 0 ? end - start : length;
        cells.Add(new CellAt(0, buffer.AsSpan(start, length).TrimEnd('\r').Length, IsUnescaped: false));
        at = Math.Min(end, start + length + 1);
        nextLine++;
    }

    private void Take(int from, int to) => cells.Add(new CellAt(from, to - start - from, IsUnescaped: false));

    private int RowEndAt(ref int at)
    {
        if (rowEnd is not null)
        {
            return Follows(ref at, rowEnd) ? rowEnd.Length : Follows(ref at, windowsRowEnd!) ? windowsRowEnd!.Length : 0;
        }

        return buffer[at] switch
        {
            '\n' => 1,
            '\r' => Has(ref at, 1) && buffer[at + 1] == '\n' ? 2 : 1,
            _ => 0,
        };
    }

    private bool Follows(ref int at, string what) =>
        Has(ref at, what.Length - 1) && buffer.AsSpan(at, what.Length).SequenceEqual(what);

    /// <summary>Whether there is a character at <paramref name="at"/> + <paramref name="ahead"/>; reads on, and moves the row to the front of the buffer, when needed.</summary>
    private bool Has(ref int at, int ahead)
    {
        while (at + ahead >= end)
        {
            if (isAtEnd)
            {
                return false;
            }

            if (end - start >= MostCharacters)
            {
                Fault = RowFault.TooLong;
                return at < end;
            }

            Fill(ref at);
        }

        return true;
    }

    private void Fill(ref int at)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (at, end, start) = (at - start, end - start, 0);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read = text.Read(buffer, end, buffer.Length - end);
        isAtEnd = read == 0;
        end += read;
    }

    /// <summary>Where a cell stands: in the row's text, or among the cells of which doubled quotes were made single.</summary>
    private readonly record struct CellAt(int From, int Length, bool IsUnescaped);
}
