using System.Collections.Immutable;
using System.Text;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Reading;

/// <summary>The files beside a plan: lists (one column, no header, any length) and shapes (GeoJSON). Remembers what it read.</summary>
/// <param name="read">The content of a file by its tidy path; null when there is none.</param>
internal sealed class FilesBeside(Func<string, (string? Content, Text? Trouble)> read)
{
    private readonly Dictionary<string, ListReading> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShapeFile> shapes = new(StringComparer.Ordinal);

    /// <summary>What was read: relative path → content.</summary>
    public SortedDictionary<string, string> Contents { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that stand in memory.</summary>
    public static FilesBeside Of(IReadOnlyDictionary<string, string> files) => new(path =>
        files.TryGetValue(path, out string? content) ? (content, null) : (null, new("is not there.", "不存在。")));

    /// <summary>Files in a folder and below.</summary>
    public static FilesBeside In(string folder) => new(path =>
    {
        string whole = folder;
        foreach (string part in path.Split('/'))
        {
            whole = Path.Combine(whole, part);
            // A link could lead out of the folder.
            if (new FileInfo(whole).LinkTarget is not null)
            {
                return (null, new("is reached by a symbolic link; put the file itself beside the plan.", "經由符號連結；請把檔案本身放在方案旁。"));
            }
        }

        return Read(whole);
    });

    /// <summary>Reads a UTF-8 file.</summary>
    public static (string? Content, Text? Trouble) Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return (reader.ReadToEnd(), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, new("is not UTF-8; save it again as UTF-8.", "不是 UTF-8；請另存為 UTF-8。"));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new("is not there.", "不存在。"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return (null, new($"cannot be read: {refused.Message}", $"無法讀取：{refused.Message}"));
        }
    }

    /// <summary>Reads a list.</summary>
    public ListReading List(string path) => Once(lists, path, ReadList);

    /// <summary>Reads a shape.</summary>
    public ShapeFile Shape(string path) => Once(shapes, path, given => Content(given) switch
    {
        ({ } content, _) => new ShapeFile(Geography.Shape.Parse(given, content)),
        (null, var trouble) => new ShapeFile(null, trouble),
    });

    private static T Once<T>(Dictionary<string, T> known, string path, Func<string, T> read)
    {
        if (!known.TryGetValue(path, out T? reading))
        {
            known[path] = reading = read(path);
        }

        return reading;
    }

    private (string? Content, Text? Trouble) Content(string path)
    {
        // The path is relative and stays in the plan's folder: no root, no drive, no step up, on every system.
        if (path.Length == 0 || path.IndexOfAny(['\\', ':', '\0']) >= 0 || path.Split('/').Any(part => part.Trim() is "" or "." or ".."))
        {
            return (null, new("is outside the plan's folder: paths are relative, with / and without .. .", "不在方案的資料夾內：請用以 / 分隔的相對路徑，不可含 .. 。"));
        }

        (string? content, Text? trouble) = read(path);
        if (content is not null)
        {
            Contents[path] = content;
        }

        return (content, trouble);
    }

    private ListReading ReadList(string path)
    {
        (string? content, Text? trouble) = Content(path);
        if (content is null)
        {
            return new ListReading([], trouble);
        }

        ImmutableArray<ListValue>.Builder values = ImmutableArray.CreateBuilder<ListValue>();
        int line = 0;
        foreach (ReadOnlySpan<char> each in content.AsSpan().EnumerateLines())
        {
            line++;
            ReadOnlySpan<char> value = each.Trim();
            if (value.Length > 1 && value[0] == '"' && value[^1] == '"')
            {
                value = value[1..^1];
            }
            else if (value.IndexOfAny(',', ';', '\t') >= 0)
            {
                return new ListReading([], new($"has more than one column on line {line}; a list has one.", $"第 {line} 行有多欄；清單只能有一欄。"));
            }

            if (!value.IsWhiteSpace())
            {
                values.Add(new ListValue(line, value.ToString()));
            }
        }

        return new ListReading(values.ToImmutable());
    }
}
