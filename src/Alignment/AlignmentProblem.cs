using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Bailiwick.Measures;

namespace Bailiwick.Alignment;

/// <summary>What is to be aligned, as a caller puts it together; <see cref="AlignmentProblem"/> checks it as a whole.</summary>
public sealed record AlignmentDraft
{
    /// <summary>The units' keys, unique; their position is their number in everything else.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>Per unit where it lies, on a plane.</summary>
    public required ImmutableArray<PlanePoint> Points { get; init; }

    /// <summary>What is balanced; at least one.</summary>
    public required ImmutableArray<ActivityMeasure> Measures { get; init; }

    /// <summary>The neighbour pairs.</summary>
    public required IReadOnlyCollection<(int A, int B)> Neighbours { get; init; }

    /// <summary>Number of territories, 1 to the number of units.</summary>
    public required int Territories { get; init; }

    /// <summary>What makes one plan better than another. Default: moment of inertia.</summary>
    public AlignmentObjective Objective { get; init; }

    /// <summary>Whether each territory must hang together. Default: it must.</summary>
    public bool IsContiguous { get; init; } = true;

    /// <summary>Per unit the mass in the moment of inertia, 0 or more; empty: the weights of the first measure.</summary>
    public ImmutableArray<long> Mass { get; init; } = [];

    /// <summary>Per unit the territory that it must be in, −1 for none; empty: no locks.</summary>
    public ImmutableArray<int> Locks { get; init; } = [];
}

/// <summary>A checked problem: units with weights, points and neighbours, and what the territories are to be. Immutable; shared by threads.</summary>
public sealed class AlignmentProblem
{
    /// <param name="draft">The parts.</param>
    /// <exception cref="InvalidAlignmentException">Something does not fit; all of it is listed. <see cref="Check"/> says the same as a value.</exception>
    public AlignmentProblem(AlignmentDraft draft)
    {
        IReadOnlyList<Problem> problems = Check(draft);
        if (problems.Count > 0)
        {
            throw new InvalidAlignmentException(problems);
        }

        Ids = draft.Ids;
        Points = draft.Points;
        Measures = draft.Measures;
        Graph = new UnitGraph(draft.Ids.Length, draft.Neighbours);
        Territories = draft.Territories;
        Objective = draft.Objective;
        IsContiguous = draft.IsContiguous;
        Mass = draft.Mass.IsDefaultOrEmpty ? draft.Measures[0].Weights : draft.Mass;
        Locks = draft.Locks.IsDefaultOrEmpty ? [.. Enumerable.Repeat(-1, draft.Ids.Length)] : draft.Locks;
        Fingerprint = FingerprintOf();
    }

    /// <summary>Number of units.</summary>
    public int Count => Ids.Length;

    /// <summary>The units' keys.</summary>
    public ImmutableArray<string> Ids { get; }

    /// <summary>Where the units lie.</summary>
    public ImmutableArray<PlanePoint> Points { get; }

    /// <summary>What is balanced.</summary>
    public ImmutableArray<ActivityMeasure> Measures { get; }

    /// <summary>Which units are neighbours.</summary>
    public UnitGraph Graph { get; }

    /// <summary>Number of territories.</summary>
    public int Territories { get; }

    /// <summary>What makes one plan better than another.</summary>
    public AlignmentObjective Objective { get; }

    /// <summary>Whether each territory must hang together.</summary>
    public bool IsContiguous { get; }

    /// <summary>Per unit the mass in the moment of inertia.</summary>
    public ImmutableArray<long> Mass { get; }

    /// <summary>Per unit the territory that it must be in, −1 for none.</summary>
    public ImmutableArray<int> Locks { get; }

    /// <summary>Sixteen hexadecimal digits that differ when the problem differs.</summary>
    public string Fingerprint { get; }

    /// <summary>Everything that does not fit, in the order of the parts; empty when a problem can be made of it.</summary>
    public static IReadOnlyList<Problem> Check(AlignmentDraft draft) => [.. Problems.Of(draft)];

    private string FingerprintOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[8];
        foreach (long number in Numbers())
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private IEnumerable<long> Numbers()
    {
        IEnumerable<long> head = [Count, Territories, (long)Objective, IsContiguous ? 1 : 0, Measures.Length];
        return head
            .Concat(Points.SelectMany(point => new[] { BitConverter.DoubleToInt64Bits(point.X), BitConverter.DoubleToInt64Bits(point.Y) }))
            .Concat(Measures.SelectMany(measure => measure.Weights.Concat(measure.Bands.SelectMany(band => new[] { band.Least, band.Most }))))
            .Concat(Graph.Pairs.SelectMany(pair => new long[] { pair.A, pair.B }))
            .Concat(Mass)
            .Concat(Locks.Select(territory => (long)territory));
    }
}

/// <summary>Parts that make no problem; <see cref="Problems"/> has all that is wrong with them.</summary>
public sealed class InvalidAlignmentException : ArgumentException
{
    /// <param name="problems">What is wrong.</param>
    public InvalidAlignmentException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>No problem named.</summary>
    public InvalidAlignmentException() => Problems = [];

    /// <summary>One problem in words.</summary>
    public InvalidAlignmentException(string message)
        : base(message) => Problems = [];

    /// <summary>One problem in words, with its cause.</summary>
    public InvalidAlignmentException(string message, Exception inner)
        : base(message, inner) => Problems = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
