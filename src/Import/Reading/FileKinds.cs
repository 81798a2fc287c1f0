using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Bailiwick.Measures;

namespace Bailiwick.Import.Reading;

/// <summary>What the first bytes of a file say that it is, whatever its name says.</summary>
internal enum FileKind
{
    Text,
    GZip,
    Zip,
    Excel,
    Parquet,
    OldExcel,
    Picture,
    Pdf,
    Database,
    Binary,
    Empty,
}

/// <summary>Opens files by what they are.</summary>
internal static class FileKinds
{
    private const int Head = 4096;
    private const int GZipLeast = 18;

    /// <summary>Names of the kinds that are refused, for the problem.</summary>
    public static Text Words(FileKind kind) => kind switch
    {
        FileKind.Zip => new("a zip archive", "zip 壓縮檔"),
        FileKind.OldExcel => new("an Excel file of before 2007 (.xls)", "2007 年以前的 Excel 檔（.xls）"),
        FileKind.Picture => new("a picture", "圖片檔"),
        FileKind.Pdf => new("a PDF", "PDF 檔"),
        FileKind.Database => new("a database", "資料庫檔"),
        FileKind.Binary => new("a binary file", "二進位檔"),
        FileKind.Empty => new("empty", "空檔"),
        FileKind.Text => new("text", "文字檔"),
        FileKind.GZip => new("a gzip file", "gzip 壓縮檔"),
        FileKind.Excel => new("an Excel file", "Excel 檔"),
        FileKind.Parquet => new("a Parquet file", "Parquet 檔"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of file"),
    };

    /// <summary>The kind of a file, and of what is inside when it is gzip.</summary>
    /// <exception cref="InvalidDataException">The gzip is damaged.</exception>
    public static (FileKind Kind, bool IsPacked) Of(string path)
    {
        FileKind kind = Peek(File.OpenRead(path));
        if (kind == FileKind.Zip && IsWorkbook(path))
        {
            return (FileKind.Excel, false);
        }

        return kind == FileKind.GZip
            ? (Peek(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)), true)
            : (kind, false);
    }

    /// <summary>The file's bytes, unpacked.</summary>
    public static Stream Open(string path, bool isPacked, long? mostBytes)
    {
        Stream stream = new FileStream(path, new FileStreamOptions { BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
        long? whole = isPacked ? WholeSize(path) : null;
        stream = isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        return mostBytes is null && whole is null ? stream : new CountedStream(stream, mostBytes, whole);
    }

    /// <summary>The unpacked size that the end of a gzip states, modulo 2³²; null when the file has several members, of which only the last is stated.</summary>
    private static long? WholeSize(string path)
    {
        using FileStream stream = File.OpenRead(path);
        if (stream.Length < GZipLeast)
        {
            throw new InvalidDataException("it ends in the middle");
        }

        stream.Seek(-sizeof(uint), SeekOrigin.End);
        Span<byte> size = stackalloc byte[sizeof(uint)];
        stream.ReadExactly(size);
        return HasSecondMember(stream) ? null : BinaryPrimitives.ReadUInt32LittleEndian(size);
    }

    private static bool HasSecondMember(FileStream stream)
    {
        stream.Seek(1, SeekOrigin.Begin);
        byte[] buffer = new byte[1 << 20];
        int kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            if (buffer.AsSpan(0, kept + read).IndexOf([(byte)0x1F, (byte)0x8B, (byte)0x08]) >= 0)
            {
                return true;
            }

            (int from, kept) = (Math.Max(0, kept + read - 2), Math.Min(2, kept + read));
            buffer.AsSpan(from, kept).CopyTo(buffer);
        }

        return false;
    }

    private static FileKind Peek(Stream stream)
    {
        using Stream owned = stream;
        byte[] head = new byte[Head];
        return Of(head.AsSpan(0, stream.ReadAtLeast(head, Head, throwOnEndOfStream: false)));
    }

    private static FileKind Of(ReadOnlySpan<byte> head) => head switch
    {
        [] => FileKind.Empty,
        [0x1F, 0x8B, ..] => FileKind.GZip,
        [0x50, 0x4B, 3 or 5 or 7, ..] => FileKind.Zip,
        [0x50, 0x41, 0x52, 0x31, ..] => FileKind.Parquet,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind.OldExcel,
        [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] => FileKind.Picture,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] or [0x49, 0x49, 0x2A, 0, ..] or [0x4D, 0x4D, 0, 0x2A, ..] => FileKind.Picture,
        [0x25, 0x50, 0x44, 0x46, ..] => FileKind.Pdf,
        [0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, 0x20, 0x66, ..] => FileKind.Database,
        _ => IsText(head) ? FileKind.Text : FileKind.Binary,
    };

    /// <summary>Text has no control characters but for white space; UTF-16 has zero bytes, but in only one half of each pair.</summary>
    private static bool IsText(ReadOnlySpan<byte> head) => Encodings.Utf16Of(head) is not null || !head.ContainsAny(Controls);

    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code).Where(code => code is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A or 0x1B))]);

    private static bool IsWorkbook(string path)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            return archive.GetEntry("xl/workbook.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
