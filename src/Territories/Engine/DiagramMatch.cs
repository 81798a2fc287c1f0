using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bailiwick.Territories.Engine;

/// <summary>Asks a diagram of many rows: one gather a level for eight rows at once, or one look-up a row where the machine has no gather.</summary>
internal static class DiagramMatch
{
    /// <summary>So many rows go through all levels together, so that their states stay in the nearest cache.</summary>
    public const int Batch = 2_048;

    /// <summary>Turns states into the codes of landings.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <param name="columns">Per axis of the rule space the classes of rows; null for an axis that the diagram does not ask.</param>
    /// <param name="from">The first row in the columns.</param>
    /// <param name="states">One a row. In: a state of the first level, as <see cref="Diagram.RootOf"/> tells. Out: the code of the landing.</param>
    public static void Run(Diagram diagram, ushort[]?[] columns, int from, Span<int> states) => Run(diagram, columns, from, states, Avx2.IsSupported);

    internal static void Run(Diagram diagram, ushort[]?[] columns, int from, Span<int> states, bool isVector)
    {
        for (int start = 0; start < states.Length; start += Batch)
        {
            Span<int> batch = states.Slice(start, Math.Min(Batch, states.Length - start));
            foreach (DiagramLevel level in diagram.Levels)
            {
                ReadOnlySpan<ushort> classes = columns[level.Axis.Axis].AsSpan(from + start, batch.Length);
                int done = isVector ? Vector(level, classes, batch) : 0;
                Scalar(level, classes[done..], batch[done..]);
            }
        }
    }

    private static void Scalar(DiagramLevel level, ReadOnlySpan<ushort> classes, Span<int> states)
    {
        int[] localOf = level.Axis.LocalOf;
        int width = level.Axis.Classes;
        for (int row = 0; row < states.Length; row++)
        {
            int at = (states[row] * width) + localOf[classes[row]];
            states[row] = level.Narrow is null ? level.Wide![at] : level.Narrow[at];
        }
    }

    // Gathers have no bounds: indices are in the table because states and classes come from the builder and the rule space. Checked: classes here.
    private static unsafe int Vector(DiagramLevel level, ReadOnlySpan<ushort> classes, Span<int> states)
    {
        int rows = states.Length & ~7;
        fixed (ushort* narrow = level.Narrow)
        fixed (int* wide = level.Wide, localOf = level.Axis.LocalOf, state = states)
        fixed (ushort* @class = classes)
        {
            int* map = level.Axis.IsSame ? null : localOf;
            Vector256<int> width = Vector256.Create(level.Axis.Classes);
            Vector256<int> low = Vector256.Create((int)ushort.MaxValue);
            for (int row = 0; row < rows; row += 8)
            {
                Vector256<int> local = Avx2.ConvertToVector256Int32(@class + row);
                if (map is not null)
                {
                    local = Avx2.GatherVector256(map, local, sizeof(int));
                }

                Vector256<int> at = (Vector256.Load(state + row) * width) + local;
                Vector256<int> next = narrow is null
                    ? Avx2.GatherVector256(wide, at, sizeof(int))
                    : Avx2.GatherVector256((int*)narrow, at, sizeof(ushort)) & low;
                next.Store(state + row);
            }
        }

        return rows;
    }
}
