using System.Collections.Immutable;
using System.Text;
using Bailiwick.Import.Export;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Import.Plans;

/// <summary>A file or folder that an import of a plan read.</summary>
/// <param name="File">As the person named it; a sheet after a <c>#</c>.</param>
/// <param name="Format">Kind of file and how it is written; of metadata the number of components.</param>
/// <param name="Columns">Columns that were understood, in the file's order.</param>
public sealed record PlanSource(string File, string Format, ImmutableArray<PlanColumn> Columns);

/// <summary>A column and what it was taken for.</summary>
public sealed record PlanColumn(string Name, string Meaning);

/// <summary>What became of other systems' territories.</summary>
/// <param name="Plan">The plan; null when there was nothing to make it of. With errors among the problems it lacks what they name.</param>
/// <param name="Sources">What was read.</param>
/// <param name="Notes">What a plan has no place for and decides nothing.</param>
/// <param name="Problems">What was left out or assumed, each with its place.</param>
public sealed record PlanImportResult(PlanSketch? Plan, IReadOnlyList<PlanSource> Sources, IReadOnlyList<Text> Notes, ProblemList Problems)
{
    /// <summary>Writes the plan and its list files beside it. The plan comes last, so that it never names a file that is not there.</summary>
    /// <param name="path">The plan file; one that is there is replaced.</param>
    /// <returns>Why a file could not be written.</returns>
    /// <exception cref="InvalidOperationException">There is no plan.</exception>
    public IReadOnlyList<Problem> Save(string path)
    {
        PlanSketch plan = Plan ?? throw new InvalidOperationException("there is no plan to save");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Problem[] refused = [.. plan.Files.SelectMany(list => Write(Path.Combine(folder, list.Key), list.Value))];
        return refused.Length > 0 ? refused : Write(path, plan.Write());
    }

    private static IReadOnlyList<Problem> Write(string file, string content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [ExportProblems.CannotWrite(file, refused.Message)];
        }

        return ExportFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
    }
}
