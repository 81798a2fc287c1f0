using System.Text.RegularExpressions;
using Bailiwick.Geography.Files;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>How a person's boundary file is to be read.</summary>
/// <param name="Id">The id of the set; by default from the file's name.</param>
/// <param name="Name">What people call it; by default the file's name.</param>
/// <param name="Repair">Mend what can be mended, and tell it.</param>
/// <param name="CodeField">The property that holds the areas' codes; by default the first likely one that is filled and unique.</param>
/// <param name="NameField">The property that holds their names; by default the first likely one.</param>
public sealed record BoundaryOptions(string? Id = null, string? Name = null, bool Repair = false, string? CodeField = null, string? NameField = null);

/// <summary>What became of a boundary file.</summary>
/// <param name="Set">The compiled set; null when there are errors.</param>
/// <param name="Problems">All that was wrong or doubtful, with the area's code or the feature's number, and longitude and latitude.</param>
/// <param name="CodeField">The property that was used for codes; null when none was found, "id" may be the features' own.</param>
public sealed record BoundaryReading(BoundarySet? Set, IReadOnlyList<Problem> Problems, string? CodeField);

/// <summary>Reads a person's own boundaries: GeoJSON, TopoJSON or a zipped shapefile, checked as a coverage.</summary>
public static partial class BoundaryImport
{
    /// <summary>Reads and checks a file; mends it when told so.</summary>
    /// <remarks>A file that cannot be used gives problems, never an exception.</remarks>
    public static BoundaryReading Read(string path, BoundaryOptions options)
    {
        var problems = new List<Problem>();
        return Compile(Path.GetFileName(path), BoundaryFile.Read(path, problems), options, problems);
    }

    /// <summary>The same for content that is at hand.</summary>
    /// <param name="name">The name by which problems call it.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="options">How to read it.</param>
    public static BoundaryReading Read(string name, byte[] content, BoundaryOptions options)
    {
        var problems = new List<Problem>();
        return Compile(name, BoundaryFile.Read(name, content, problems), options, problems);
    }

    private static BoundaryReading Compile(string file, List<Feature> features, BoundaryOptions options, List<Problem> problems)
    {
        string id = options.Id ?? DefaultId(file);
        if (!IdForm().IsMatch(id))
        {
            problems.Add(Problems.BadId(id));
        }

        if (features.Count == 0)
        {
            if (!problems.Exists(problem => problem.Severity == Severity.Error))
            {
                problems.Add(Problems.NoAreas(file));
            }

            return new BoundaryReading(null, problems, null);
        }

        FeatureFields fields = FeatureFields.Choose(file, features, options, problems);
        if (fields.Code is null)
        {
            return new BoundaryReading(null, problems, null);
        }

        List<AreaDraft> areas = fields.Drafts(file, features, problems);
        // Where areas are missing, gaps would be told that are none. What is only shaped wrongly is checked on as it would be mended: all is told at once.
        bool isWhole = !problems.Exists(problem => problem.Severity == Severity.Error);
        areas = Mend(file, Join(file, areas, options.Repair, problems), options.Repair, problems);
        if (isWhole && CoverageCheck.Run(file, areas) is { Count: > 0 } found)
        {
            if (options.Repair)
            {
                areas = CoverageRepair.Run(file, areas, problems);
            }
            else
            {
                problems.AddRange(found);
            }
        }

        bool isUsable = areas.Count > 0 && !problems.Exists(problem => problem.Severity == Severity.Error);
        return new BoundaryReading(isUsable ? BoundarySet.Of(id, Text.Same(options.Name ?? Path.GetFileNameWithoutExtension(file)), areas) : null, problems, fields.Code);
    }

    /// <summary>Features of one code are one area when repaired, and an error else.</summary>
    private static List<AreaDraft> Join(string file, List<AreaDraft> drafts, bool repair, List<Problem> problems)
    {
        var joined = new List<AreaDraft>();
        foreach (IGrouping<string, AreaDraft> same in drafts.GroupBy(draft => draft.Code, StringComparer.Ordinal))
        {
            int count = same.Count();
            if (count > 1)
            {
                problems.Add(repair ? Problems.CodesJoined(file, same.Key, count) : Problems.DoubleCode(file, same.Key, count));
            }

            joined.Add(same.First() with { Rings = [.. same.SelectMany(draft => draft.Rings)] });
        }

        return joined;
    }

    /// <summary>The areas with valid borders; whether that was asked for or is an error, the problems tell.</summary>
    private static List<AreaDraft> Mend(string file, List<AreaDraft> areas, bool repair, List<Problem> problems)
    {
        var mended = new List<AreaDraft>();
        foreach (AreaDraft area in areas)
        {
            if (area.Rings.Count == 0)
            {
                problems.Add(repair ? Problems.SurfaceDropped(file, area.Code) : Problems.NoSurface(file, area.Code));
                continue;
            }

            if (ShapeFixer.Error(area.Rings) is not { } error)
            {
                mended.Add(area);
                continue;
            }

            string at = FormattableString.Invariant($"{error.Coordinate.X:F5}, {error.Coordinate.Y:F5}");
            List<GridPoint[]> rings = ShapeFixer.Fix(area.Rings);
            double change = Math.Abs(Surface.SquareKilometres(rings) - Surface.SquareKilometres(area.Rings)) * 1e6;
            problems.Add(repair ? Problems.RingFixed(file, area.Code, ShapeFixer.Words(error), at, change) : Problems.InvalidRing(file, area.Code, ShapeFixer.Words(error), at));
            mended.Add(area with { Rings = rings });
        }

        return mended;
    }

    private static string DefaultId(string file) =>
        NotInIds().Replace(Path.GetFileNameWithoutExtension(file).ToLowerInvariant(), "-").Trim('-') is { Length: > 0 } id ? id : "boundaries";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInIds();
}
