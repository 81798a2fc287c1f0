using System.Globalization;
using System.Text;

namespace Bailiwick.Territories.Proof;

/// <summary>Numbers for what is the same in two trees: boxes with the same sides, nodes below which everything is the same.</summary>
internal sealed class Sameness(BoxBook book)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<ProofNode, int> ofNode = [];
    private readonly Dictionary<int, int> ofBox = [];

    /// <summary>The number of a box.</summary>
    public int Of(int box)
    {
        if (!ofBox.TryGetValue(box, out int number))
        {
            ofBox[box] = number = NumberOf("b" + string.Join(',', book.SetsOf(box).ToArray()));
        }

        return number;
    }

    /// <summary>The number of a node with all below it: where rows go that reach it.</summary>
    public int Of(ProofNode node)
    {
        if (!ofNode.TryGetValue(node, out int number))
        {
            var text = new StringBuilder("n");
            foreach (ProofNode child in node.Children)
            {
                text.Append('[').AppendJoin(';', child.Boxes.Select(Of)).Append(child.HasBoxes ? ':' : '?').Append(Of(child)).Append(']');
            }

            ofNode[node] = number = NumberOf(text.Append(RestOf(node)).ToString());
        }

        return number;
    }

    /// <summary>The number of what becomes of rows that no child of a node takes.</summary>
    public int RestOf(ProofNode node) => node.Rest is { } rest
        ? Of(rest)
        : NumberOf(node.LeavesGap ? "gap" : string.Create(CultureInfo.InvariantCulture, $"t{node.Territory?.Id}"));

    private int NumberOf(string text)
    {
        if (!numbers.TryGetValue(text, out int number))
        {
            numbers[text] = number = numbers.Count;
        }

        return number;
    }
}
