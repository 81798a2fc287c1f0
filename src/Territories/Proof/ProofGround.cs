using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>What all searches of one layer share: the tree, the searches, and what is left of the budget.</summary>
internal sealed class ProofGround
{
    // To begin a search costs about so much.
    private const long Overhead = 20;

    private readonly CellSearch smallest;
    private readonly CoverSearch any;
    private readonly long[] steps = new long[Enum.GetValues<ProofPart>().Length];

    public ProofGround(RuleSpace rules, ProofTree tree, ProofOptions options, CancellationToken cancellation)
    {
        (Rules, Tree, Options, Cancellation) = (rules, tree, options, cancellation);
        smallest = new CellSearch(tree.Book);
        any = new CoverSearch(tree.Book);
        Walk = new CellWalk(rules, tree);
        Array.Fill(steps, options.PairSteps);
    }

    public RuleSpace Rules { get; }

    public ProofTree Tree { get; }

    public BoxBook Book => Tree.Book;

    public ProofOptions Options { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The walk of a cell, asked by conditions.</summary>
    public CellWalk Walk { get; }

    /// <summary>What is searched for now: each part has steps of its own.</summary>
    public ProofPart Part { get; set; }

    private ref long Steps => ref steps[(int)Part];

    /// <summary>A witness of a cell.</summary>
    public ImmutableSortedDictionary<string, string> Witness(int[] cell) => Rules.Witness(cell);

    /// <summary>Any cell that is wanted.</summary>
    public CellAnswer Any(CellWish wish)
    {
        Cancellation.ThrowIfCancellationRequested();
        long before = any.Steps;
        CellAnswer answer = Steps < 0 ? new CellAnswer(false, null) : any.Find(wish, Steps);
        Steps -= any.Steps - before + Overhead;
        return answer;
    }

    /// <summary>The smallest cell that is wanted; where that takes too long any other.</summary>
    public CellAnswer Smallest(CellWish wish)
    {
        long before = smallest.Steps;
        CellAnswer answer = Steps < 0 ? new CellAnswer(false, null) : smallest.Find(wish, Steps / 16);
        Steps -= smallest.Steps - before + Overhead;
        return answer.IsDecided ? answer : Any(wish);
    }
}
