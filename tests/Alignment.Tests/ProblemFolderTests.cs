using Bailiwick.Alignment.Files;

namespace Bailiwick.Alignment.Tests;

public sealed class ProblemFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("align-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_is_read_with_ids_of_any_kind()
    {
        Write("id,label,weight1,weight2,x,y\nnorth,\"Town, old\",3,1,0,0\nsouth,b,1,3,0,1000\n", "a,b\nnorth,south\n", """{ "k": 1, "tolerance": 0.1 }""");

        (AlignmentProblem? problem, IReadOnlyList<Measures.Problem> problems) = ProblemFolder.Read(folder, AlignmentObjective.CutEdges, isContiguous: true);

        Assert.Empty(problems);
        Assert.Equal(["north", "south"], problem!.Ids);
        Assert.Equal(["weight1", "weight2"], problem.Measures.Select(measure => measure.Name));
        Assert.Equal((4L, 4L), (problem.Measures[0].Bands[0].Least, problem.Measures[0].Bands[0].Most));
        Assert.True(problem.Graph.AreNeighbours(0, 1));
    }

    [Fact]
    public void What_cannot_be_read_is_listed_with_its_place()
    {
        Write("id,weight,x,y\na,many,0,0\nb,2,,0\n", "a,b\na,c\n", """{ "k": 1 }""");

        (_, IReadOnlyList<Measures.Problem> problems) = ProblemFolder.Read(folder, AlignmentObjective.CutEdges, isContiguous: true);

        Assert.Equal(
            [("units.csv:3:x", ""), ("units.csv:2:weight", "many"), ("edges.csv:2:b", "c"), ("instance.json", null)],
            problems.Select(problem => (problem.Place.ToString(), problem.Value)));
    }

    [Fact]
    public void Missing_files_are_named()
    {
        (_, IReadOnlyList<Measures.Problem> problems) = ProblemFolder.Read(folder, AlignmentObjective.CutEdges, isContiguous: true);

        Assert.Equal(["units.csv", "edges.csv", "instance.json"], problems.Select(problem => problem.Place.File));
    }

    [Fact]
    public void A_plan_is_written_and_read_back()
    {
        Write("id,weight,x,y\na,1,0,0\nb,2,1,0\nc,3,2,0\n", "a,b\na,b\nb,c\n", """{ "k": 2, "lower": 0, "upper": 9 }""");
        AlignmentProblem problem = ProblemFolder.Read(folder, AlignmentObjective.CutEdges, isContiguous: true).Problem!;
        string file = Path.Combine(folder, "plan.csv");

        ProblemFolder.WritePlan(file, problem, new Alignment([1, 0, 0]));

        Assert.Equal("id,district\na,1\nb,0\nc,0\n", File.ReadAllText(file));
        Assert.Equal([1, 0, 0], ProblemFolder.ReadPlan(file, problem).TerritoryOf);
    }

    private void Write(string units, string edges, string instance)
    {
        File.WriteAllText(Path.Combine(folder, "units.csv"), units);
        File.WriteAllText(Path.Combine(folder, "edges.csv"), edges);
        File.WriteAllText(Path.Combine(folder, "instance.json"), instance);
    }
}
