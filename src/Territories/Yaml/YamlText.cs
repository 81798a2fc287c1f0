using Bailiwick.Measures;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bailiwick.Territories.Yaml;

/// <summary>Text → nodes with places. Without anchors, tags and second documents, and not deeper than a plan can be.</summary>
internal static class YamlText
{
    private const int MostDepth = 100;

    /// <summary>Reads a text.</summary>
    /// <returns>The root, or null with the problem that stopped it.</returns>
    public static YamlNode? Read(string file, string text, ICollection<Problem> problems)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return Read(parser, file, problems);
        }
        catch (YamlException broken)
        {
            problems.Add(Problems.NotYaml(file, SpotOf(broken.Start), broken.Message));
            return null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The parser's own slips on some broken texts (a block that ends inside a flow; a tag without an end); found by mutated plans.
            problems.Add(Problems.NotYaml(file, parser.Current is { } last ? SpotOf(last.End) : new Spot(0, 1, 1), broken.Message.Split(" (Parameter")[0]));
            return null;
        }
    }

    private static YamlNode? Read(Parser parser, string file, ICollection<Problem> problems)
    {
        var open = new Stack<Frame>();
        YamlNode? root = null;
        int documents = 0;
        while (parser.MoveNext())
        {
            YamlNode? done = null;
            switch (parser.Current)
            {
                case DocumentStart start when ++documents > 1:
                    problems.Add(Problems.SecondDocument(file, SpotOf(start.Start)));
                    return root;
                case AnchorAlias alias:
                    problems.Add(Problems.Anchor(file, SpotOf(alias.Start)));
                    return null;
                case NodeEvent { Anchor.IsEmpty: false } anchored:
                    problems.Add(Problems.Anchor(file, SpotOf(anchored.Start)));
                    return null;
                case MappingStart or SequenceStart when open.Count >= MostDepth:
                    problems.Add(Problems.TooDeep(file, SpotOf(parser.Current.Start), MostDepth));
                    return null;
                case MappingStart map: open.Push(new Frame(SpotOf(map.Start), IsMap: true, IsFlow: map.Style == MappingStyle.Flow)); break;
                case SequenceStart list: open.Push(new Frame(SpotOf(list.Start), IsMap: false, IsFlow: list.Style == SequenceStyle.Flow)); break;
                case Scalar scalar: done = new YamlScalar(SpotOf(scalar.Start), SpotOf(scalar.End), scalar.Value, scalar.Style == ScalarStyle.Plain); break;
                case MappingEnd or SequenceEnd: done = open.Pop().Close(SpotOf(parser.Current.Start)); break;
            }

            if (done is null)
            {
                continue;
            }

            if (!open.TryPeek(out Frame? frame))
            {
                root = done;
            }
            else if (!frame.Add(done))
            {
                problems.Add(Problems.KeyNotText(file, done.Start));
                return null;
            }
        }

        return root;
    }

    private static Spot SpotOf(Mark mark) => new((int)mark.Index, (int)mark.Line, (int)mark.Column);

    private sealed record Frame(Spot Start, bool IsMap, bool IsFlow)
    {
        private readonly List<YamlNode> nodes = [];

        // In a map, keys and values come in turn.
        public bool Add(YamlNode node)
        {
            nodes.Add(node);
            return !IsMap || nodes.Count % 2 == 0 || node is YamlScalar;
        }

        // The end of a flow begins with its closing bracket; a block ends where the next thing begins.
        public YamlNode Close(Spot at) => Made(IsFlow ? new Spot(at.Index + 1, at.Line, at.Column + 1) : at);

        private YamlNode Made(Spot end) => IsMap
            ? new YamlMap(Start, end, [.. Enumerable.Range(0, nodes.Count / 2).Select(pair => ((YamlScalar)nodes[2 * pair], nodes[(2 * pair) + 1]))])
            : new YamlList(Start, end, [.. nodes], IsFlow);
    }
}
