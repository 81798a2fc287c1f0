using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;

namespace Bailiwick.Samples;

/// <summary>One CSV file being written: comma, line feed, quotes where RFC 4180 asks for them.</summary>
internal sealed class CsvText(TextWriter writer) : IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly char[] digits = new char[64];
    private bool isFirst = true;

    public void Add(ReadOnlySpan<char> text)
    {
        Next();
        if (!text.ContainsAny(Special))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        while (text.IndexOf('"') is var quote and >= 0)
        {
            writer.Write(text[..(quote + 1)]);
            writer.Write('"');
            text = text[(quote + 1)..];
        }

        writer.Write(text);
        writer.Write('"');
    }

    /// <summary>Adds the value of a column of a row, as the formats page says; unknown is empty.</summary>
    public void Add(MarketRow row, Column column)
    {
        switch (column)
        {
            case TextColumn text: Add(row[text].AsSpan()); break;
            case IntegerColumn integer: Add(row[integer]); break;
            case NumberColumn number: Add(row[number]); break;
            case MoneyColumn money: Add(row[money]); break;
            case DateColumn date: Add(row[date], "yyyy-MM-dd"); break;
            case SetColumn set: AddSet(row[set]); break;
            default: throw new InvalidOperationException($"column kind {column.GetType().Name} has no text");
        }
    }

    public void Add<T>(T? value, string? format = null)
        where T : struct, ISpanFormattable
    {
        if (value is not { } known)
        {
            Next();
        }
        else if (known.TryFormat(digits, out int written, format, CultureInfo.InvariantCulture))
        {
            Add(digits.AsSpan(0, written));
        }
        else
        {
            Add(known.ToString(format, CultureInfo.InvariantCulture));
        }
    }

    public void EndLine()
    {
        writer.Write('\n');
        isFirst = true;
    }

    public void Dispose() => writer.Dispose();

    private void AddSet(ImmutableArray<string> values) => Add(values.Length switch
    {
        0 => "",
        1 => values[0],
        _ => string.Join(SetColumn.Separator, values),
    });

    private void Next()
    {
        if (!isFirst)
        {
            writer.Write(',');
        }

        isFirst = false;
    }
}
