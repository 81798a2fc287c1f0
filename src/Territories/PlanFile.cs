using Bailiwick.Measures;
using Bailiwick.Territories.Reading;

namespace Bailiwick.Territories;

/// <summary>The front: plan file → <see cref="PlanDocument"/> → <see cref="PlanMatcher"/> → an answer for each account.</summary>
public static class PlanFile
{
    /// <summary>Reads a plan file and the files beside it.</summary>
    /// <param name="path">The file, UTF-8.</param>
    public static PlanReading Read(string path)
    {
        (string? text, Text? trouble) = FilesBeside.Read(path);
        if (text is null)
        {
            return new PlanReading(null, [Problems.Unreadable(path, trouble!)]);
        }

        return Read(path, text, FilesBeside.In(Path.GetDirectoryName(Path.GetFullPath(path))!));
    }

    /// <summary>Reads a plan that is kept elsewhere.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="text">The plan.</param>
    /// <param name="files">Its lists and shapes: relative path → content.</param>
    public static PlanReading Parse(string name, string text, IReadOnlyDictionary<string, string> files) => Read(name, text, FilesBeside.Of(files));

    private static PlanReading Read(string name, string text, FilesBeside beside)
    {
        var reader = new PlanReader(name, text, beside);
        PlanDocument? plan = reader.Read();
        // What is wrong with a file beside the plan comes from each rule that asks it.
        return new PlanReading(plan, [.. reader.Problems.Distinct()]);
    }
}
