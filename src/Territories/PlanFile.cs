using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Reading;

namespace Bailiwick.Territories;

/// <summary>The front: plan file → <see cref="PlanDocument"/> → <see cref="PlanMatcher"/> → an answer for each account.</summary>
public static class PlanFile
{
    /// <summary>Reads a plan file and the files beside it.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="schemes">The industry schemes by whose trees its rules go; null for none.</param>
    public static PlanReading Read(string path, IndustrySchemes? schemes = null)
    {
        (string? text, Text? trouble) = FilesBeside.Read(path);
        if (text is null)
        {
            return new PlanReading(null, [Problems.Unreadable(path, trouble!)]);
        }

        return Read(path, text, FilesBeside.In(Path.GetDirectoryName(Path.GetFullPath(path))!), schemes);
    }

    /// <summary>Reads a plan that is kept elsewhere.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="text">The plan.</param>
    /// <param name="files">Its lists and shapes: relative path → content.</param>
    /// <param name="schemes">The industry schemes by whose trees its rules go; null for none.</param>
    public static PlanReading Parse(string name, string text, IReadOnlyDictionary<string, string> files, IndustrySchemes? schemes = null) => Read(name, text, FilesBeside.Of(files), schemes);

    private static PlanReading Read(string name, string text, FilesBeside beside, IndustrySchemes? schemes)
    {
        var reader = new PlanReader(name, text, beside, schemes ?? IndustrySchemes.None);
        PlanDocument? plan = reader.Read();
        // What is wrong with a file beside the plan comes from each rule that asks it.
        return new PlanReading(plan, [.. reader.Problems.Distinct()]);
    }
}
