using Bailiwick.Measures;

namespace Bailiwick.Import.Rows;

/// <summary>What was noticed while one row was read. Used again for the next row.</summary>
internal sealed class RowNotes
{
    private readonly List<Problem> problems = [];

    /// <summary>The problems of the row.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Where the row's first amount stands; null when it has none.</summary>
    public Place? FirstAmount { get; private set; }

    /// <summary>The currency that stood at an amount, with its place and value; null when none did.</summary>
    public (Place Place, string Value, string Currency)? Sign { get; private set; }

    /// <summary>Begins a row.</summary>
    public void Clear()
    {
        problems.Clear();
        FirstAmount = null;
        Sign = null;
    }

    /// <summary>Notes a doubt.</summary>
    public void Add(Problem problem) => problems.Add(problem);

    /// <summary>Notes an error; always false, for the reader to return.</summary>
    public bool Refuse(Problem problem)
    {
        problems.Add(problem);
        return false;
    }

    /// <summary>Notes that there is an amount, and the currency at it.</summary>
    public void Amount(Place place, string value, string? currency)
    {
        FirstAmount ??= place;
        Sign ??= currency is null ? null : (place, value, currency);
    }
}
