using Bailiwick.Geography;
using Bailiwick.Import.Reading;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Tables;

/// <summary>Rows of a table → territories: trees, places, named accounts, reps. A row that cannot be read is told and left out.</summary>
internal sealed class PlanTableReader(PlanReport report, PlanImportOptions options, Atlas atlas, TerritoryBook book)
{
    private const string ByRule = "Territory2AssignmentRule";
    private const string OwnerRole = "Owner";

    private readonly PlacesByName places = new(atlas);
    private readonly Dictionary<string, List<Clause>> conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(BookedTerritory Territory, Place Place)>> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);

    /// <summary>Looks through a catalogue of another system's own ids, so that the other tables may name territories by them.</summary>
    public void ReadCatalogue(ITableFile file, PlanTable table)
    {
        foreach (FileRow row in file.Rows().Where(row => row.Problem is null))
        {
            if (table.Cell(row, PlanTable.Id) is { } id && table.Cell(row, PlanTable.Territory) is { } key)
            {
                aliases[id] = key;
            }
        }
    }

    /// <summary>Reads a table.</summary>
    public void Read(ITableFile file, PlanTable table)
    {
        var reading = new TableReading(file, table, new PostalCells(), new AreaCodes(atlas, options));
        if (table.Others.Length > 0)
        {
            report.Add(PlanProblems.OtherColumns(file.Name, table.Others));
        }

        LookAhead(reading);
        foreach (FileRow row in file.Rows())
        {
            if (row.Problem is { } problem)
            {
                report.Add(problem);
            }
            else
            {
                ReadRow(row, reading);
            }
        }
    }

    /// <summary>All tables were read: the conditions of each territory become its rule; a place that two of them claim is told.</summary>
    public void Close()
    {
        foreach ((string key, List<Clause> own) in conditions)
        {
            BookedTerritory territory = book.Find(key)!;
            Clause union = ClauseUnion.Of(own);
            territory.Own = [territory.Own.IsEmpty ? union : Clause.Any(Clause.All(territory.Own), union)];
        }

        foreach ((string text, List<(BookedTerritory Territory, Place Place)> claim) in claims.Where(claim => claim.Value.Count > 1))
        {
            foreach ((BookedTerritory later, Place place) in claim.Skip(1).Where(each => !IsAbove(each.Territory, claim[0].Territory) && !IsAbove(claim[0].Territory, each.Territory)))
            {
                report.Add(PlanProblems.ClaimedTwice(place, text, later.Key, claim[0].Territory.Key));
            }
        }
    }

    private bool IsAbove(BookedTerritory above, BookedTerritory below)
    {
        var seen = new HashSet<BookedTerritory>();
        for (BookedTerritory? each = below; each is not null && seen.Add(each); each = each.Parent is { } parent ? book.Find(parent) : null)
        {
            if (each == above)
            {
                return true;
            }
        }

        return false;
    }

    // What a short postal code and a bare area code mean depends on the whole table; so does what is a territory in area, parent.
    private void LookAhead(TableReading reading)
    {
        foreach (FileRow row in reading.File.Rows().Where(row => row.Problem is null))
        {
            string? country = CountryOf(row, reading).Code;
            foreach (string column in new[] { PlanTable.Postal, PlanTable.PostalFrom, PlanTable.PostalTo })
            {
                if (reading.Table.Cell(row, column) is { } cell)
                {
                    reading.Postals.See(country, cell);
                }
            }

            if (reading.Table.IsTree && reading.Table.Cell(row, PlanTable.Parent) is { } parent)
            {
                reading.Parents.Add(Folding.Fold(parent));
            }
        }

        foreach (FileRow row in reading.Table.Has(PlanTable.Area) ? reading.File.Rows().Where(row => row.Problem is null) : [])
        {
            if (reading.Table.Cell(row, PlanTable.Area) is { } area && !reading.Parents.Contains(Folding.Fold(area)))
            {
                reading.Areas.See(area);
            }
        }

        reading.Areas.Settle();
        if (reading.Areas.Bare.Count > 0 && (options.Boundaries is null || reading.Areas.Sets.Count == 0))
        {
            report.Add(PlanProblems.AreasOf(reading.File.Name, reading.Areas, options.Boundaries, atlas.SetIds));
        }
    }

    private void ReadRow(FileRow row, TableReading reading)
    {
        PlanTable table = reading.Table;
        var place = new Place(row.File ?? reading.File.Name, row.Line);
        string? area = table.Cell(row, PlanTable.Area);
        string? parent = table.Cell(row, PlanTable.Parent);
        // area, parent: an area that is a parent itself is a territory; another one is a place of its parent.
        bool isInner = table.IsTree && area is not null && reading.Parents.Contains(Folding.Fold(area));
        if ((table.IsTree ? isInner ? area : parent : table.Cell(row, PlanTable.Territory)) is not { } key)
        {
            report.Add(PlanProblems.NoKey(place, reading.KeyColumn));
            return;
        }

        BookedTerritory territory = book.Of(Resolved(key), place);
        territory.Name ??= table.Cell(row, PlanTable.Name);
        territory.Layer ??= options.Layer ?? table.Cell(row, PlanTable.Layer);
        if (parent is not null && (!table.IsTree || isInner))
        {
            Place(territory, Resolved(parent), place);
        }

        ReadAccount(row, reading, territory, place);
        ReadRep(row, table, territory, place);
        ReadConditions(row, reading, territory, isInner ? null : area, place);
    }

    private string Resolved(string key) => aliases.GetValueOrDefault(key, key);

    private void Place(BookedTerritory territory, string parent, Place place)
    {
        book.Of(parent, place);
        if (territory.Parent is { } known && Folding.Fold(known) != Folding.Fold(parent))
        {
            report.Add(PlanProblems.OtherParent(place, territory.Key, parent, known));
        }

        territory.Parent ??= parent;
    }

    private void ReadAccount(FileRow row, TableReading reading, BookedTerritory territory, Place place)
    {
        if (!reading.Table.Has(PlanTable.Account))
        {
            return;
        }

        if (reading.Table.Cell(row, PlanTable.Account) is not { } account)
        {
            report.Add(PlanProblems.NoKey(place, reading.Table.NameOf(PlanTable.Account, reading.File)));
        }
        else if (reading.Table.Cell(row, PlanTable.Cause) == ByRule)
        {
            report.Note(PlanNote.AssignedByRule, "");
        }
        else
        {
            territory.Accounts.TryAdd(account, place);
        }
    }

    private void ReadRep(FileRow row, PlanTable table, BookedTerritory territory, Place place)
    {
        if (table.Cell(row, PlanTable.Rep) is not { } name)
        {
            return;
        }

        var rep = new RepId(name);
        bool isOwner = table.Cell(row, PlanTable.Role) is not { } role || string.Equals(role, OwnerRole, StringComparison.OrdinalIgnoreCase);
        if (isOwner && territory.Owner is null)
        {
            territory.Owner = rep;
            territory.Overlay.Remove(rep);
        }
        else if (territory.Owner != rep && !territory.Overlay.Contains(rep))
        {
            territory.Overlay.Add(rep);
            if (isOwner)
            {
                report.Add(PlanProblems.SecondOwner(place, territory.Key, name, territory.Owner!.Value.Value));
            }
        }
    }

    private void ReadConditions(FileRow row, TableReading reading, BookedTerritory territory, string? area, Place place)
    {
        (string? country, Problem? wrong) = CountryOf(row, reading);
        var parts = new List<IReadOnlyList<Clause>>();
        var problems = new List<Problem>();
        if (wrong is not null)
        {
            problems.Add(wrong with { Place = wrong.Place with { Line = row.Line } });
        }

        foreach (string field in reading.Table.Conditions.Where(field => field != "country"))
        {
            ReadField(row, reading, field, country, place, parts, problems);
        }

        ReadPostals(row, reading, country, place, parts, problems);
        if (area is not null)
        {
            Take(reading.Areas.Read(area) is { } clause ? [clause] : null, PlanProblems.UnknownArea(place with { Column = reading.Table.NameOf(PlanTable.Area, reading.File) }, area), parts, problems);
        }

        problems.ForEach(report.Add);
        bool asksCountry = reading.Table.Cell(row, "country") is not null || (country is not null && parts.SelectMany(part => part).Any(NeedsCountry));
        if (problems.Exists(problem => problem.Severity == Severity.Error) || (parts.Count == 0 && !asksCountry))
        {
            return;
        }

        Keep(territory, country is not null && asksCountry ? [[AskClause.OneOf("country", country)], .. parts] : parts, place);
    }

    // Each cell may hold several values: the row's condition is that one of each holds.
    private void Keep(BookedTerritory territory, IReadOnlyList<IReadOnlyList<Clause>> parts, Place place)
    {
        string key = Folding.Fold(territory.Key);
        List<Clause> own = conditions.TryGetValue(key, out List<Clause>? known) ? known : conditions[key] = [];
        var whole = Clause.All(parts.Select(part => Clause.Any(part)));
        own.Add(whole);
        string text = whole.ToString();
        List<(BookedTerritory Territory, Place Place)> claim = claims.TryGetValue(text, out List<(BookedTerritory, Place)>? claimed) ? claimed : claims[text] = [];
        if (!claim.Exists(each => each.Territory == territory))
        {
            claim.Add((territory, place));
        }
    }

    private void ReadField(FileRow row, TableReading reading, string field, string? country, Place place, List<IReadOnlyList<Clause>> parts, List<Problem> problems)
    {
        if (reading.Table.Cell(row, field) is not { } cell)
        {
            return;
        }

        string[] values = [.. cell.Split([';', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        Place at = place with { Column = reading.Table.NameOf(field, reading.File) };
        if (field != "subdivision")
        {
            parts.Add([AskClause.OneOf(field, values)]);
            return;
        }

        var states = new List<Clause>();
        foreach (string value in values)
        {
            IReadOnlyList<string> codes = places.Subdivisions(value, country is null ? [] : [country]);
            if (codes.Count == 1)
            {
                states.Add(AskClause.OneOf(field, codes));
            }
            else
            {
                problems.Add(PlanProblems.UnknownSubdivision(at, value, country));
            }
        }

        parts.Add(states);
    }

    private static void Take(IReadOnlyList<Clause>? clauses, Problem otherwise, List<IReadOnlyList<Clause>> parts, List<Problem> problems)
    {
        if (clauses is null)
        {
            problems.Add(otherwise);
        }
        else
        {
            parts.Add(clauses);
        }
    }

    private static void ReadPostals(FileRow row, TableReading reading, string? country, Place place, List<IReadOnlyList<Clause>> parts, List<Problem> problems)
    {
        PlanTable table = reading.Table;
        if (table.Cell(row, PlanTable.Postal) is { } cell)
        {
            Place at = place with { Column = table.NameOf(PlanTable.Postal, reading.File) };
            IReadOnlyList<(Clause Clause, PostalDoubt Doubt)>? codes = reading.Postals.Read(country, cell);
            problems.AddRange((codes ?? []).Where(code => code.Doubt != PostalDoubt.None).Select(code => PlanProblems.Postal(at, cell, code.Doubt, code.Clause)));
            Take(codes?.Select(code => code.Clause).ToArray(), PlanProblems.BadPostal(at, cell), parts, problems);
        }

        if (table.Cell(row, PlanTable.PostalFrom) is { } low)
        {
            string high = table.Cell(row, PlanTable.PostalTo) ?? low;
            Take(
                reading.Postals.ReadRange(country, low, high) is { } range ? [range] : null,
                PlanProblems.BadPostal(place with { Column = table.NameOf(PlanTable.PostalFrom, reading.File) }, $"{low}-{high}"), parts, problems);
        }

        if (table.Cell(row, PlanTable.PostalPrefix) is { } prefix)
        {
            Take(
                PostalCells.ReadBeginning(prefix) is { } beginning ? [beginning] : null,
                PlanProblems.BadPostal(place with { Column = table.NameOf(PlanTable.PostalPrefix, reading.File) }, prefix), parts, problems);
        }
    }

    private (string? Code, Problem? Wrong) CountryOf(FileRow row, TableReading reading)
    {
        if (reading.Table.Cell(row, "country") is not { } cell)
        {
            return (options.Country, null);
        }

        return places.Country(cell) is { } country
            ? (country, null)
            : (null, PlanProblems.UnknownCountry(new Place(row.File ?? reading.File.Name, row.Line, reading.Table.NameOf("country", reading.File)), cell));
    }

    // A subdivision and an area say their country themselves.
    private static bool NeedsCountry(Clause clause) => clause is AskClause { Field: "postal" or "city" };

    private sealed record TableReading(ITableFile File, PlanTable Table, PostalCells Postals, AreaCodes Areas)
    {
        /// <summary>Folded keys that stand in the parent column of a tree.</summary>
        public HashSet<string> Parents { get; } = new(StringComparer.Ordinal);

        public string KeyColumn => Table.NameOf(Table.IsTree ? PlanTable.Parent : PlanTable.Territory, File);
    }
}
