using System.Collections.Frozen;
using System.Collections.Immutable;
using Bailiwick.Market;
using YamlDotNet.Serialization;

namespace Bailiwick.Import.Layouts;

/// <summary>The table of names in <c>layouts.yaml</c>: which file and column names mean which table, column and choice.</summary>
internal sealed class LayoutTable
{
    /// <summary>The layout of canonical names and their common synonyms.</summary>
    public const string Plain = "plain";

    private LayoutTable(
        FrozenDictionary<string, MarketTable> files,
        ImmutableArray<Layout> layouts,
        FrozenDictionary<string, FrozenDictionary<string, string>> choices,
        FrozenDictionary<string, (string Role, int Rank)> plans)
    {
        Files = files;
        Layouts = layouts;
        Choices = choices;
        Plans = plans;
    }

    /// <summary>The house's own.</summary>
    public static LayoutTable Shipped { get; } = Read();

    /// <summary>Folded file name → table.</summary>
    public FrozenDictionary<string, MarketTable> Files { get; }

    /// <summary>All layouts: the systems' first, plain ones last.</summary>
    public ImmutableArray<Layout> Layouts { get; }

    /// <summary>Column → folded word → choice.</summary>
    public FrozenDictionary<string, FrozenDictionary<string, string>> Choices { get; }

    /// <summary>Folded column name → what it is in a table that a plan can be made of, and its rank: a lower one wins.</summary>
    public FrozenDictionary<string, (string Role, int Rank)> Plans { get; }

    /// <summary>The plain layout of a table.</summary>
    public Layout PlainOf(MarketTable table) => Layouts.First(layout => layout.System == Plain && layout.Table == table);

    private static LayoutTable Read()
    {
        using Stream stream = typeof(LayoutTable).Assembly.GetManifestResourceStream("layouts.yaml")!;
        using var reader = new StreamReader(stream);
        Document document = new DeserializerBuilder().Build().Deserialize<Document>(reader);
        return new LayoutTable(
            document.files.SelectMany(file => file.Value.Select(name => (Name: Folded.Name(name), Table: MarketTable.Named(file.Key)!)))
                .Distinct()
                .ToFrozenDictionary(file => file.Name, file => file.Table, StringComparer.Ordinal),
            [.. document.layouts.SelectMany(system => system.Value.Select(table => Layout.Of(system.Key, MarketTable.Named(table.Key)!, table.Value)))],
            document.choices.ToFrozenDictionary(
                column => column.Key,
                column => column.Value.SelectMany(choice => choice.Value.Append(choice.Key).Select(word => (Word: Folded.Name(word), Choice: choice.Key)))
                    .Distinct()
                    .ToFrozenDictionary(word => word.Word, word => word.Choice, StringComparer.Ordinal),
                StringComparer.Ordinal),
            document.plans.SelectMany(role => role.Value.Select((name, rank) => (Name: Folded.Name(name), Role: role.Key, Rank: rank)).DistinctBy(name => name.Name, StringComparer.Ordinal))
                .ToFrozenDictionary(name => name.Name, name => (name.Role, name.Rank), StringComparer.Ordinal));
    }

#pragma warning disable IDE1006, SA1300 // The names are the keys of the file.
    private sealed class Document
    {
        public Dictionary<string, List<string>> files { get; set; } = [];

        public Dictionary<string, Dictionary<string, Dictionary<string, List<string>>>> layouts { get; set; } = [];

        public Dictionary<string, Dictionary<string, List<string>>> choices { get; set; } = [];

        public Dictionary<string, List<string>> plans { get; set; } = [];
    }
#pragma warning restore IDE1006, SA1300
}

/// <summary>The column names of one table in one system's exports.</summary>
/// <param name="System">Salesforce, HubSpot, …; <see cref="LayoutTable.Plain"/> for the house's own.</param>
/// <param name="Table">The table.</param>
/// <param name="Signature">Folded names of which a header must have one of each group to be this system's.</param>
/// <param name="Custom">Folded names that mean something else here than in the plain layout.</param>
/// <param name="Columns">Folded name → canonical column, and its rank: a lower one wins when several columns of a file mean the same.</param>
internal sealed record Layout(string System, MarketTable Table, ImmutableArray<ImmutableArray<string>> Signature, FrozenSet<string> Custom, FrozenDictionary<string, (Column Column, int Rank)> Columns)
{
    private const string SignatureKey = "signature";
    private const string CustomKey = "custom";

    /// <summary>Whether a header has this system's signature.</summary>
    public bool Fits(IReadOnlySet<string> header) => System != LayoutTable.Plain && Signature.All(names => names.Any(header.Contains));

    public static Layout Of(string system, MarketTable table, Dictionary<string, List<string>> names)
    {
        var columns = new Dictionary<string, (Column, int)>(StringComparer.Ordinal);
        if (system == LayoutTable.Plain)
        {
            foreach (Column column in table.Columns.Where(column => !column.IsDerived))
            {
                columns[Folded.Name(column.Name)] = (column, 0);
            }
        }

        foreach ((string target, List<string> synonyms) in names.Where(pair => pair.Key is not (SignatureKey or CustomKey)))
        {
            Column column = table.Find(target) ?? throw new InvalidOperationException($"layouts.yaml: {table} has no column {target}");
            for (int rank = 0; rank < synonyms.Count; rank++)
            {
                columns.TryAdd(Folded.Name(synonyms[rank]), (column, rank + 1));
            }
        }

        return new Layout(
            system,
            table,
            [.. names.GetValueOrDefault(SignatureKey, []).Select(group => group.Split('|').Select(Folded.Name).ToImmutableArray())],
            names.GetValueOrDefault(CustomKey, []).Select(Folded.Name).ToFrozenSet(StringComparer.Ordinal),
            columns.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
