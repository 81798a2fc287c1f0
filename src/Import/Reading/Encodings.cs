using System.Text;
using UtfUnknown;

namespace Bailiwick.Import.Reading;

/// <summary>Finds the encoding of a text file: byte order mark, UTF-16 by its zero bytes, UTF-8 if valid, else by the frequencies of characters.</summary>
internal static class Encodings
{
    private const int Sample = 1 << 20;

    static Encodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding with this web name, or null.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The encoding of the text in a stream, and whether that is a guess.</summary>
    public static (Encoding Encoding, bool IsGuess) Of(Stream stream)
    {
        byte[] sample = FirstWithOtherThanAscii(stream);
        if (Marked(sample) is { } marked)
        {
            return (marked, false);
        }

        if (Utf16Of(sample) is { } utf16)
        {
            return (utf16, false);
        }

        if (IsValid(new UTF8Encoding(false, throwOnInvalidBytes: true), sample))
        {
            return (new UTF8Encoding(false), false);
        }

        return (Guess(sample), true);
    }

    /// <summary>UTF-16, told by its mark, or by zero bytes that nearly all stand in the same half of the pairs; else null.</summary>
    public static Encoding? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode;
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode;
        }

        int even = 0;
        int odd = 0;
        int pairs = Math.Min(bytes.Length, 4096) / 2;
        for (int pair = 0; pair < pairs; pair++)
        {
            even += bytes[pair * 2] == 0 ? 1 : 0;
            odd += bytes[(pair * 2) + 1] == 0 ? 1 : 0;
        }

        // Separators, digits and line ends are ASCII in every language: a table has some in each row. Few letters end in a zero byte (一).
        int enough = Math.Max(1, pairs / 20);
        return odd >= Math.Max(enough, even * 4) ? Encoding.Unicode
            : even >= Math.Max(enough, odd * 4) ? Encoding.BigEndianUnicode
            : null;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>The first piece of the stream that is not all ASCII (or the first piece): a long file may show its encoding late.</summary>
    private static byte[] FirstWithOtherThanAscii(Stream stream)
    {
        byte[] piece = new byte[Sample];
        byte[]? firstPiece = null;
        while (true)
        {
            int read = stream.ReadAtLeast(piece, Sample, throwOnEndOfStream: false);
            if (read == 0 || !Ascii.IsValid(piece.AsSpan(0, read)) || piece.AsSpan(0, read).Contains((byte)0))
            {
                return read == 0 ? firstPiece ?? [] : piece[..read];
            }

            firstPiece ??= piece[..Math.Min(read, 4096)];
        }
    }

    private static Encoding Guess(byte[] sample)
    {
        Encoding big5 = Encoding.GetEncoding("big5", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        DetectionDetail? detected = CharsetDetector.DetectFromBytes(sample).Detected;
        bool saysLatin = detected?.Encoding?.WebName.StartsWith("windows-125", StringComparison.Ordinal) == true
            || detected?.Encoding?.WebName.StartsWith("iso-8859", StringComparison.Ordinal) == true;
        if (!saysLatin && IsValid(big5, sample))
        {
            return Encoding.GetEncoding("big5");
        }

        return detected is { Encoding: { } found, Confidence: > 0.5f } && !saysLatin && IsValid(Strict(found), sample)
            ? found
            : Encoding.GetEncoding(1252);
    }

    private static Encoding Strict(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Whether the bytes can be decoded, but for a character that the sample cuts at either end.</summary>
    private static bool IsValid(Encoding strict, byte[] sample)
    {
        // A sample from the middle may begin inside a character: it begins after the first line end there.
        int from = Math.Max(0, Array.IndexOf(sample, (byte)'\n'));
        int to = sample.Length < Sample ? sample.Length : Array.LastIndexOf(sample, (byte)'\n');
        try
        {
            strict.GetCharCount(sample, from, Math.Max(0, to - from));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
