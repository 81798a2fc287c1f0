using System.Globalization;
using Bailiwick.Speed.Skewed;
using Bailiwick.Territories;

namespace Bailiwick.Speed.Benches;

/// <summary>The proof of coverage over skewed plans, structured and hostile.</summary>
internal sealed class ProofBench : IBench
{
    private static readonly (SkewedKind Kind, int Territories)[] Plans =
    [
        (SkewedKind.Partition, 1_000), (SkewedKind.Real, 1_000), (SkewedKind.Whole, 1_000), (SkewedKind.Hostile, 1_000),
        (SkewedKind.Partition, 10_000), (SkewedKind.OneGap, 10_000), (SkewedKind.Real, 10_000), (SkewedKind.Whole, 10_000), (SkewedKind.Hostile, 10_000),
    ];

    public string Name => "proof";

    public string Title => "Proof of coverage: gaps, overlaps, dead territories and dead conditions of skewed plans over 9 attributes.";

    public void Run(BenchPlace place, BenchResults results)
    {
        foreach ((SkewedKind kind, int territories) in Plans)
        {
            Measure(place, results, kind, territories);
        }

        results.AddPeakMemory("at the end", "limit: 1 GB");
    }

    private static void Measure(BenchPlace place, BenchResults results, SkewedKind kind, int territories)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{kind.ToString().ToLowerInvariant()} {territories:#,0}");
        string file = Path.Combine(place.Kept, string.Create(CultureInfo.InvariantCulture, $"skewed-{kind}-{territories}"), "plan.yaml");
        if (!File.Exists(file))
        {
            SkewedPlans.Write(Path.GetDirectoryName(file)!, name, SkewedPlans.Make(kind, territories));
        }

        PlanDocument plan = PlanFile.Read(file).Plan ?? throw new InvalidOperationException(file);
        CoverageProof.Of(plan, null, new ProofOptions { Parts = [] });
        Took rules = Took.By(() => CoverageProof.Of(plan, null, new ProofOptions { Parts = [] }));
        results.Add($"{name}: rules laid out", rules, territories, "territories");
        foreach ((ProofPart part, string limit) in (ReadOnlySpan<(ProofPart, string)>)
            [(ProofPart.Overlaps, "limit: 0.2 s"), (ProofPart.Gaps, kind == SkewedKind.Hostile ? "limit: 15 s" : "limit: 2 s"), (ProofPart.Dead, ""), (ProofPart.Conditions, "")])
        {
            LayerProof proof = null!;
            Took took = Took.By(() => proof = CoverageProof.Of(plan, null, new ProofOptions { Parts = [part] }).Layers[0]);
            results.Add($"{name}: {part}", Seconds(took, rules), string.Join("; ", new[] { Found(part, proof), limit }.Where(words => words.Length > 0)));
        }

        Recheck(results, name, Edited(plan));
    }

    // The whole check again, without the search for superfluous conditions, and a matcher that answers by the edited plan.
    private static void Recheck(BenchResults results, string name, PlanDocument edited)
    {
        LayerProof proof = null!;
        Took check = Took.By(() => proof = CoverageProof.Of(edited, null, new ProofOptions { Parts = [ProofPart.Gaps, ProofPart.Overlaps, ProofPart.Dead] }).Layers[0]);
        Took match = Took.By(() => PlanMatcher.Compile(edited, null));
        results.Add(
            $"{name}: checked again after one rule was edited",
            string.Create(CultureInfo.InvariantCulture, $"{check.Elapsed.TotalSeconds:0.00} s ({check.Processor.TotalSeconds:0.00} s of processor)"),
            string.Create(CultureInfo.InvariantCulture, $"{Found(ProofPart.Gaps, proof)}; {Found(ProofPart.Dead, proof)}; ready to answer by it in {match.Elapsed.TotalSeconds:0.00} s; limit: 1 s"));
    }

    // One territory in the middle asks what the one after it asks: what was its own is left, and the next is dead.
    private static PlanDocument Edited(PlanDocument plan)
    {
        Layer layer = plan.Layers[0];
        int middle = layer.Territories.Length / 2;
        TerritoryNode edited = layer.Territories[middle] with { Where = layer.Territories[middle + 1].Where };
        return plan with { Layers = [layer with { Territories = layer.Territories.SetItem(middle, edited) }] };
    }

    private static string Seconds(Took took, Took rules) => string.Create(
        CultureInfo.InvariantCulture, $"{(took.Elapsed - rules.Elapsed).TotalSeconds:0.00} s ({(took.Processor - rules.Processor).TotalSeconds:0.00} s of processor) beside laying out");

    private static string Found(ProofPart part, LayerProof proof)
    {
        string found = part switch
        {
            ProofPart.Gaps => proof.IsComplete ? "complete" : string.Create(CultureInfo.InvariantCulture, $"{proof.Gaps.Sum(gap => gap.Regions):#,0} regions, {proof.Gaps.Sum(gap => gap.Share):0.0000 %} of the space"),
            ProofPart.Overlaps => string.Create(CultureInfo.InvariantCulture, $"{proof.Totals.Refines:#,0} refine, {proof.Totals.Crosses:#,0} cross, {proof.Totals.Hides:#,0} hide"),
            ProofPart.Dead => string.Create(CultureInfo.InvariantCulture, $"{proof.Dead.Length:#,0} dead"),
            ProofPart.Conditions => string.Create(CultureInfo.InvariantCulture, $"{proof.DeadConditionTotal:#,0} dead conditions"),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no part of a proof"),
        };
        return proof.Undecided.IsEmpty ? found : string.Create(CultureInfo.InvariantCulture, $"{found}; {proof.Undecided.Length:#,0} undecided");
    }
}
