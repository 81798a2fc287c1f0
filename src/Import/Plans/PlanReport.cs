using Bailiwick.Measures;

namespace Bailiwick.Import.Plans;

/// <summary>What a plan has no place for and what decides no account: told, and no reason to refuse.</summary>
internal enum PlanNote
{
    AccessLevel,
    TerritoryField,
    Description,
    AssignedByRule,
    OneALayer,
}

/// <summary>Collects what is to be said of an import: problems, each with its place, and notes, counted.</summary>
internal sealed class PlanReport
{
    private readonly SortedDictionary<PlanNote, (int Count, SortedSet<string> Names)> notes = [];

    public ProblemList Problems { get; } = new();

    public void Add(Problem problem) => Problems.Add(problem);

    public void Note(PlanNote note, string name)
    {
        (int count, SortedSet<string> names) = notes.TryGetValue(note, out (int Count, SortedSet<string> Names) known) ? known : (0, new SortedSet<string>(StringComparer.Ordinal));
        names.Add(name);
        notes[note] = (count + 1, names);
    }

    public IReadOnlyList<Text> Notes => [.. notes.Select(note => Words(note.Key, note.Value.Count, string.Join(", ", note.Value.Names.Where(name => name.Length > 0))))];

    private static Text Words(PlanNote note, int count, string names) => note switch
    {
        PlanNote.AccessLevel => new($"Access levels ({names}) decide no account and stay out of the plan.", $"存取層級（{names}）不影響客戶歸屬，未納入方案。"),
        PlanNote.TerritoryField => new($"Custom fields of territories ({names}) stay out of the plan: {count}.", $"轄區的自訂欄位（{names}）未納入方案：{count} 個。"),
        PlanNote.Description => new($"Descriptions became remarks in the plan: {count}.", $"說明文字寫成方案中的註解：{count} 則。"),
        PlanNote.AssignedByRule => new($"Associations that a rule made were left to the rules: {count} rows.", $"由規則產生的指派交由規則決定：{count} 列。"),
        PlanNote.OneALayer => new(
            "Salesforce puts an account into every territory whose rules it meets; a plan into one a layer, the first that is asked, and the more special ones are asked first. plan check tells where two would take the same.",
            "Salesforce 會將客戶分派到所有符合規則的轄區；方案在每一層只分派到一個，即最先符合者，較特定的轄區先詢問。plan check 會指出重疊之處。"),
        _ => throw new ArgumentOutOfRangeException(nameof(note), note, "not a note of this house"),
    };
}
