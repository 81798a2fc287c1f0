using Bailiwick.Measures;

namespace Bailiwick.Staffing;

/// <summary>Assigns reps to territories: distances, then the assignment, then what each choice costs to change.</summary>
public static class Staffer
{
    /// <summary>The best assignment, proven.</summary>
    /// <remarks>
    /// One rep a territory and one territory a rep. First as many territories as possible get a rep; then as many of these reps as
    /// possible have a known home; then the sum of the distances is least. Same problem, same result, on every machine.
    /// </remarks>
    public static StaffingResult Solve(StaffingProblem problem)
    {
        if (problem.Territories.IsEmpty)
        {
            return new StaffingResult([], [.. problem.Reps.Select(rep => rep.Id)], Metres.Of(0), IsOptimal: true, [.. problem.Reps.Select(Problems.Unassigned)]);
        }

        Metres?[,] distances = TravelDistance.Between(problem);
        var costs = StaffingCosts.Of(problem, distances);
        int[] rowOf = Assignment.Solve(costs.Costs);
        Alternatives? alternatives = Alternatives.Of(costs.Costs, rowOf, row => row < problem.Reps.Length);

        var choices = new List<StaffingChoice>();
        double total = 0;
        for (int territory = 0; territory < problem.Territories.Length; territory++)
        {
            Metres? distance = DistanceOf(rowOf[territory], territory);
            total += distance?.Value ?? 0;
            choices.Add(new StaffingChoice(
                problem.Territories[territory].Id,
                RepAt(rowOf[territory]),
                distance,
                alternatives?.Of(territory) is { } other
                    ? new RunnerUp(RepAt(other.Row), DistanceOf(other.Row, territory), costs.Regret(other.Regret))
                    : null));
        }

        var assigned = choices.Select(choice => choice.Rep).OfType<RepId>().ToHashSet();
        StaffedRep[] left = [.. problem.Reps.Where(rep => !assigned.Contains(rep.Id))];
        return new StaffingResult(
            [.. choices],
            [.. left.Select(rep => rep.Id)],
            Metres.Of(total),
            alternatives is not null,
            [
                .. problem.Reps.Where(rep => rep.Home is null).Select(Problems.NoHome),
                .. problem.Territories.Where(territory => territory.Visits.IsEmpty).Select(Problems.NoPlacedAccount),
                .. problem.Territories.Where((_, territory) => choices[territory].Rep is null).Select(Problems.Vacant),
                .. left.Select(Problems.Unassigned),
            ]);

        RepId? RepAt(int row) => row < problem.Reps.Length ? problem.Reps[row].Id : null;

        Metres? DistanceOf(int row, int territory) => row < problem.Reps.Length ? distances[row, territory] : null;
    }
}
