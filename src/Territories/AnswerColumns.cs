using Bailiwick.Market;

namespace Bailiwick.Territories;

/// <summary>Answers as columns of text: layer by layer for each row. The texts are made once for all batches of a plan.</summary>
/// <remarks>Safe for many threads.</remarks>
public sealed class AnswerColumns
{
    private readonly int[] firsts;
    private readonly string[] layers;
    private readonly string[] territories;
    private readonly string[] rules;
    private readonly string[] paths;
    private readonly bool[] isKnown;

    /// <summary>For the answers of a plan.</summary>
    public AnswerColumns(PlanMatcher plan)
    {
        int most = 0;
        firsts = [.. plan.MostCodes.Select(codes => (most += codes) - codes)];
        (layers, territories, rules, paths) = (new string[most], new string[most], new string[most], new string[most]);
        isKnown = new bool[most];
    }

    /// <summary>The names of the columns, without that of the runner-up.</summary>
    public static IReadOnlyList<string> Names { get; } = ["account", "layer", "territory", "rule", "path"];

    /// <summary>The columns of a table's answers, <see cref="Names"/>; rows × layers long.</summary>
    /// <param name="keys">Per row its key.</param>
    /// <param name="answers">The answers.</param>
    public TextValues[] Of(TextValues keys, PlanAnswers answers)
    {
        int count = answers.Layers.Count;
        var codes = new int[keys.Count * count];
        var territory = new int[codes.Length];
        var key = new int[codes.Length];
        for (int layer = 0; layer < count; layer++)
        {
            Fill(answers.Layers[layer], layer, codes, territory);
            for (int row = 0; row < keys.Count; row++)
            {
                key[(row * count) + layer] = keys.Codes[row];
            }
        }

        return [new(key, keys.Values), new(codes, layers), new(territory, territories), new(codes, rules), new(codes, paths)];
    }

    /// <summary>The column of the territories of answers; rows × layers long.</summary>
    public TextValues TerritoriesOf(IReadOnlyList<LayerAnswers> answers)
    {
        var codes = new int[answers[0].Count * answers.Count];
        var territory = new int[codes.Length];
        for (int layer = 0; layer < answers.Count; layer++)
        {
            Fill(answers[layer], layer, codes, territory);
        }

        return new TextValues(territory, territories);
    }

    private void Fill(LayerAnswers answers, int layer, int[] codes, int[] territory)
    {
        int at = layer;
        foreach (int own in answers.Codes)
        {
            int code = firsts[layer] + own;
            if (!Volatile.Read(ref isKnown[code]))
            {
                Know(code, answers.AnswerOf(own));
            }

            codes[at] = code;
            territory[at] = territories[code] is null ? TextValues.Unknown : code;
            at += firsts.Length;
        }
    }

    // Whoever comes first or second, the texts are the same.
    private void Know(int code, PlanAnswer answer)
    {
        (layers[code], rules[code], paths[code]) = (answer.Layer, answer.RuleName, answer.Path);
        territories[code] = answer.Territory?.Value!;
        Volatile.Write(ref isKnown[code], true);
    }
}
