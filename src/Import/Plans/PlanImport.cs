using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Import.Plans.Salesforce;
using Bailiwick.Import.Plans.Tables;
using Bailiwick.Import.Reading;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Import.Plans;

/// <summary>The front: territories of other systems → a plan. Finds metadata and tables, reads both into one book, makes the trees, writes the plan's text.</summary>
public sealed class PlanImport
{
    private readonly PlanImportOptions options;
    private readonly Atlas atlas;
    private readonly PlanReport report = new();
    private readonly TerritoryBook book = new();
    private readonly List<PlanSource> sources = [];
    private TerritoryModel? model;
    private IReadOnlyDictionary<string, FieldKind> custom = RuleScope.Plain.CustomFields;

    private PlanImport(PlanImportOptions options, Atlas atlas) => (this.options, this.atlas) = (options, atlas);

    /// <summary>Reads a Salesforce Territory2 model (folder or zip of the Metadata API), tables of territories, or both together.</summary>
    /// <param name="paths">Folders, zips and table files. Tables in a folder count too: associations of accounts and users lie there.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="atlas">Codes of countries, subdivisions and areas.</param>
    public static PlanImportResult Read(IReadOnlyList<string> paths, PlanImportOptions options, Atlas atlas)
    {
        var import = new PlanImport(options, atlas);
        import.ReadModel(paths);
        import.ReadTables(paths);
        return import.Result(paths);
    }

    private void ReadModel(IReadOnlyList<string> paths)
    {
        var problems = new List<Problem>();
        var files = new List<MetadataFile>();
        foreach (string path in paths.Where(MetadataFiles.IsAt))
        {
            IReadOnlyList<MetadataFile> found = MetadataFiles.Read(path, problems);
            files.AddRange(found);
            sources.Add(new PlanSource(path, $"Territory2 ({found.Count})", []));
        }

        problems.ForEach(report.Add);
        if (files.Count == 0)
        {
            return;
        }

        model = new ModelReader(report).Read(files, options.Model);
        if (model is not null)
        {
            var reading = new ModelBook(report, options, new PlacesByName(atlas));
            reading.Add(model, book);
            custom = reading.Custom;
            model.Territories.ToList().ForEach(territory => report.Note(PlanNote.OneALayer, territory.Name));
        }
    }

    private void ReadTables(IReadOnlyList<string> paths)
    {
        // A zip was read for its metadata; what else lies in it is not unpacked.
        string[] places = [.. paths.Where(path => Directory.Exists(path) || !MetadataFiles.IsAt(path))];
        var tables = new List<(ITableFile File, PlanTable Table)>();
        foreach ((ITableFile file, bool isNamed) in TableFiles.Open(places, new ImportOptions { Encoding = options.Encoding }, report.Problems))
        {
            if (PlanTable.Of(file) is { } table)
            {
                tables.Add((file, table));
                sources.Add(new PlanSource(file.Name, file.Format, [.. table.Columns(file)]));
            }
            else
            {
                report.Add(PlanProblems.NotOfTerritories(file.Name, isNamed ? Severity.Error : Severity.Doubt, file.Header));
            }
        }

        var reader = new PlanTableReader(report, options, atlas, book);
        foreach ((ITableFile file, PlanTable table) in tables.Where(each => each.Table.IsCatalogue))
        {
            reader.ReadCatalogue(file, table);
        }

        // A catalogue lists the territories of all models; where the metadata of one is at hand, that says which count.
        foreach ((ITableFile file, PlanTable table) in tables.Where(each => model is null || !each.Table.IsCatalogue))
        {
            reader.Read(file, table);
        }

        reader.Close();
    }

    private PlanImportResult Result(IReadOnlyList<string> paths)
    {
        if (book.All.Count == 0)
        {
            if (report.Problems.Errors == 0)
            {
                report.Add(PlanProblems.NothingToRead(string.Join(", ", paths)));
            }

            return new PlanImportResult(null, sources, report.Notes, report.Problems);
        }

        // Rows of a table are asked in their order; of a model the more special territory comes first, as the lowest of a branch does there.
        var tree = new SketchTree(book, isOrdered: model is null, report);
        IEnumerable<string> order = model is null ? [] : model.Types.OrderByDescending(type => type.Value).ThenBy(type => type.Key, StringComparer.Ordinal).Select(type => type.Key);
        ImmutableArray<LayerSketch> layers = tree.Layers(order);
        var plan = new PlanSketch(options.Name ?? model?.Label ?? Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(paths[0])))
        {
            Remarks = [new Text($"Made of {string.Join(", ", sources.Select(source => Path.GetFileName(Path.TrimEndingDirectorySeparator(source.File))))}.", $"由 {string.Join("、", sources.Select(source => Path.GetFileName(Path.TrimEndingDirectorySeparator(source.File))))} 轉成。").In(options.Language)],
            Fields = custom.ToImmutableSortedDictionary(field => field.Key, field => field.Value, RuleScope.Plain.CustomFields.KeyComparer),
            Layers = layers,
            Reps = [.. book.All.Select(RepOf).OfType<TerritoryRep>()],
            Files = tree.Files,
        };
        foreach (Problem problem in PlanFile.Parse("", plan.Write(), plan.Files).Problems)
        {
            report.Add(problem);
        }

        return new PlanImportResult(plan, sources, report.Notes, report.Problems);
    }

    private TerritoryRep? RepOf(BookedTerritory territory)
    {
        if (territory.Owner is null && territory.Overlay.Count > 0)
        {
            RepId first = territory.Overlay[0];
            report.Add(PlanProblems.NoOwner(territory.Place, territory.Key, first.Value));
            territory.Overlay.RemoveAt(0);
            territory.Owner = first;
        }

        return territory.Owner is { } owner ? new TerritoryRep(new TerritoryId(territory.Id), owner, [.. territory.Overlay]) : null;
    }
}
