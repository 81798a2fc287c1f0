using System.IO.Compression;
using System.IO.Enumeration;
using System.Xml;
using Bailiwick.Import.Reading;
using Bailiwick.Measures;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>A file of metadata as found: where, which component, and its elements.</summary>
/// <param name="Name">The file as the person knows it; inside a zip after a <c>!</c>.</param>
/// <param name="Folder">The folder that it lies in, below what the person named; empty at the top.</param>
/// <param name="Component">Its name without suffix: the component's developer name.</param>
/// <param name="Suffix">Which component it is: one of <see cref="MetadataFiles.Suffixes"/>.</param>
/// <param name="Root">Its elements.</param>
internal sealed record MetadataFile(string Name, string Folder, string Component, string Suffix, XmlPart Root);

/// <summary>Finds the Territory2 components in folders and zips, as the Metadata API writes them, and reads their elements. Nothing is unpacked to disk.</summary>
internal static class MetadataFiles
{
    public const string Model = "territory2Model";
    public const string Territory = "territory2";
    public const string Rule = "territory2Rule";
    public const string Type = "territory2Type";

    /// <summary>So many components are read at most; an org has 99,999 territories at most.</summary>
    public const int MostFiles = 400_000;

    /// <summary>So many bytes of a component file are read, unpacked.</summary>
    public const int MostBytes = 4 << 20;

    private const int MostDepth = 12;

    // Source format puts this behind the suffix.
    private const string MetaSuffix = "-meta.xml";

    public static IReadOnlyList<string> Suffixes { get; } = [Model, Territory, Rule, Type];

    /// <summary>Whether a path is a folder or a zip that holds such components.</summary>
    public static bool IsAt(string path)
    {
        if (Directory.Exists(path))
        {
            return Found(path, ignoresRefusals: true).Any(file => ComponentOf(file) is not null);
        }

        return path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(path);
    }

    /// <summary>Reads all components, in the order of their paths.</summary>
    public static IReadOnlyList<MetadataFile> Read(string path, ICollection<Problem> problems)
    {
        try
        {
            return Directory.Exists(path) ? ReadFolder(path, problems) : ReadZip(path, problems);
        }
        catch (InvalidDataException damaged)
        {
            problems.Add(Import.Problems.Damaged(path, damaged.Message.TrimEnd('.')));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(Import.Problems.NotReadable(path, refused.Message.TrimEnd('.')));
        }

        return [];
    }

    private static List<MetadataFile> ReadFolder(string path, ICollection<Problem> problems)
    {
        var files = new List<MetadataFile>();
        foreach (string file in Found(path, ignoresRefusals: false).Order(StringComparer.Ordinal))
        {
            if (ComponentOf(file) is not { } component)
            {
                continue;
            }

            // A link could lead out of the folder.
            if (new FileInfo(file).LinkTarget is not null)
            {
                problems.Add(PlanProblems.Link(file));
            }
            else if (files.Count == MostFiles)
            {
                problems.Add(PlanProblems.TooManyFiles(path, MostFiles));
                break;
            }
            else
            {
                using FileStream stream = File.OpenRead(file);
                Take(files, file, Path.GetRelativePath(path, file).Replace('\\', '/'), component, stream, problems);
            }
        }

        return files;
    }

    private static List<MetadataFile> ReadZip(string path, ICollection<Problem> problems)
    {
        var files = new List<MetadataFile>();
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            if (IsOutside(entry.FullName))
            {
                problems.Add(PlanProblems.OutsideZip(path, entry.FullName));
            }
            else if (ComponentOf(entry.FullName) is not { } component)
            {
                continue;
            }
            else if (files.Count == MostFiles)
            {
                problems.Add(PlanProblems.TooManyFiles(path, MostFiles));
                break;
            }
            else
            {
                using Stream stream = entry.Open();
                Take(files, $"{path}!{entry.FullName}", entry.FullName, component, stream, problems);
            }
        }

        return files;
    }

    private static void Take(List<MetadataFile> files, string name, string path, (string Name, string Suffix) component, Stream stream, ICollection<Problem> problems)
    {
        // The stream says how large it is only when it is read: a zip may state anything.
        using var counted = new CountedStream(stream, MostBytes, whole: null);
        try
        {
            XmlPart root = XmlPart.Read(counted);
            files.Add(new MetadataFile(name, path[..Math.Max(0, path.LastIndexOf('/'))], component.Name, component.Suffix, root));
        }
        catch (XmlException wrong)
        {
            problems.Add(PlanProblems.NotXml(name, wrong.LineNumber, wrong.LinePosition, wrong.Message));
        }
        catch (InvalidDataException damaged)
        {
            problems.Add(Import.Problems.Damaged(name, damaged.Message.TrimEnd('.')));
        }
    }

    // Links to folders are not followed, so that no circle and no other place is read.
    private static FileSystemEnumerable<string> Found(string path, bool ignoresRefusals) => new(
        path,
        (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = ignoresRefusals, MaxRecursionDepth = MostDepth })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };

    private static bool IsOutside(string entry) =>
        entry.StartsWith('/') || entry.Contains('\\', StringComparison.Ordinal) || entry.Contains(':', StringComparison.Ordinal) || entry.Split('/').Any(part => part is "..");

    private static (string Name, string Suffix)? ComponentOf(string path)
    {
        string name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        name = name.EndsWith(MetaSuffix, StringComparison.OrdinalIgnoreCase) ? name[..^MetaSuffix.Length] : name;
        int dot = name.LastIndexOf('.');
        string? suffix = dot <= 0 ? null : Suffixes.FirstOrDefault(known => name.AsSpan(dot + 1).Equals(known, StringComparison.OrdinalIgnoreCase));
        return suffix is null ? null : (name[..dot], suffix);
    }
}
