using Bailiwick.Import.Reading;
using CsCheck;

namespace Bailiwick.Import.Tests;

public class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1:a|b 2:1|2")]
    [InlineData("a,b\r\n1,2", "1:a|b 2:1|2")]
    [InlineData("a,b\r1,2\r", "1:a|b 2:1|2")]
    [InlineData("a,b\n\n\n1,2", "1:a|b 4:1|2")]           // blank lines count as lines, not as rows
    [InlineData("\"a\nb\",c\n1,2", "1:a\nb|c 3:1|2")]      // a row may have several lines
    [InlineData("\"a\"\"b\",\"\"", "1:a\"b|")]
    [InlineData("a,\nb,", "1:a| 2:b|")]
    [InlineData("5\" pipe,x", "1:5\" pipe|x")]              // a quote inside a cell is a character
    [InlineData(",", "1:|")]
    [InlineData("", "")]
    public void Rows_and_cells_have_their_lines(string text, string expected) => Assert.Equal(expected, Rows(text, new Dialect(",")));

    [Theory]
    [InlineData("a,b\n\"open,2\n3,4\n", "1:a|b 2:OpenQuote@1 3:3|4")]
    [InlineData("a,b\n1,\"x\"y\n3,4\n", "1:a|b 2:AfterQuote@6 3:3|4")]
    [InlineData("\"a\nb\"c,d\n3,4\n", "1:AfterQuote@6 2:b\"c|d 3:3|4")]
    public void A_row_that_cannot_be_read_costs_its_first_line_only(string text, string expected) => Assert.Equal(expected, Rows(text, new Dialect(",")));

    [Fact]
    public void Separators_and_row_ends_of_several_characters_are_read() =>
        Assert.Equal("1:a|b 2:1 + 1|x\ny 4:z|", Rows("a+|b&|\n1 + 1+|x\ny&|\nz+|&|\n", new Dialect("+|", null, "&|\n")));

    [Fact]
    public void A_quote_that_never_closes_does_not_eat_memory()
    {
        using var reader = new DelimitedReader(new Endless("a,b\n\"open,2\n", "3,4\n", 2_000_000), new Dialect(","));
        long rows = 0;
        long faults = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (reader.Read() && rows < 10_000)
        {
            rows++;
            faults += reader.IsWhole ? 0 : 1;
        }

        Assert.Equal(1, faults);
        // The row is sought in at most 1 M characters; the buffer doubles up to there.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_000_000);
    }

    [Fact]
    public void A_file_without_row_ends_stops_at_the_limit()
    {
        using var reader = new DelimitedReader(new Endless("", "xxxxxxxx", 1_000_000), new Dialect(","));

        Assert.True(reader.Read());
        Assert.Equal(RowFault.TooLong, reader.Fault);
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2;3\n", ";")]
    [InlineData("a\tb\n1\t2\n", "\t")]
    [InlineData("a|b\n1|2\n", "|")]
    [InlineData("name,city\n\"a;b;c\",d\n\"x;y\",z\n", ",")]
    [InlineData("only\n1\n", ",")]
    public void The_separator_is_found(string text, string expected) => Assert.Equal(expected, Dialect.Sniff(text).Separator);

    [Fact]
    public void What_is_written_quoted_is_read_again()
    {
        Gen<string> cell = Gen.Char["ab,;\"\n\r 客"].Array[0, 6].Select(chars => new string(chars));
        cell.Array[2, 4].Array[1, 5].Sample(rows =>
        {
            string text = string.Concat(rows.Select(row => string.Join(',', row.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
            using var reader = new DelimitedReader(new StringReader(text), new Dialect(","));
            foreach (string[] row in rows)
            {
                Assert.True(reader.Read());
                Assert.Equal(row, reader.Texts());
            }

            Assert.False(reader.Read());
        });
    }

    [Fact]
    public void No_text_makes_the_reader_stumble_or_stand_still()
    {
        Gen.Char["a,\"\n\r"].Array[0, 30].Sample(chars =>
        {
            using var reader = new DelimitedReader(new StringReader(new string(chars)), new Dialect(","));
            int rows = 0;
            long last = 0;
            while (reader.Read())
            {
                Assert.True(reader.Line > last, $"line {reader.Line} after {last}");
                last = reader.Line;
                Assert.True(++rows <= chars.Length);
            }
        });
    }

    private static string Rows(string text, Dialect dialect)
    {
        using var reader = new DelimitedReader(new StringReader(text), dialect);
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add($"{reader.Line}:" + (reader.IsWhole ? string.Join('|', reader.Texts()) : $"{reader.Fault}@{reader.FaultPosition}"));
        }

        return string.Join(' ', rows);
    }

    /// <summary>A beginning, then the same again and again.</summary>
    private sealed class Endless(string head, string again, int times) : TextReader
    {
        private string rest = head;
        private int left = times;

        public override int Read(char[] buffer, int index, int count)
        {
            if (rest.Length == 0 && left-- > 0)
            {
                rest = again;
            }

            int length = Math.Min(count, rest.Length);
            rest.CopyTo(0, buffer, index, length);
            rest = rest[length..];
            return length;
        }
    }
}
