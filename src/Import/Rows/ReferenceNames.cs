using Bailiwick.Import.Layouts;
using Bailiwick.Measures;

namespace Bailiwick.Import.Rows;

/// <summary>Finds rows of a table by key, else by name; products also by a name that differs only in case, blanks and marks.</summary>
/// <param name="isProducts">Whether the table is that of products; for others the store tells what is unknown.</param>
/// <param name="load">The rows that are coming in, then those that the market holds already; asked when the first is looked up.</param>
internal sealed class ReferenceNames(bool isProducts, Func<IEnumerable<(string Id, string? Name)>> load)
{
    private readonly Dictionary<string, string?> found = new(StringComparer.Ordinal);
    private HashSet<string>? ids;
    private Dictionary<string, string?>? names;
    private Dictionary<string, string?>? folded;

    /// <summary>The key of the row that a cell means; the cell itself when there is none.</summary>
    public string Resolve(string text, Place place, RowNotes notes)
    {
        if (!found.TryGetValue(text, out string? id))
        {
            id = Find(text);
            found[text] = id;
        }

        if (id is null)
        {
            if (isProducts && ids!.Count > 0)
            {
                notes.Add(Problems.UnknownProduct(place, text));
            }

            return text;
        }

        if (isProducts && id != text && !names!.ContainsKey(text))
        {
            notes.Add(Problems.ProductByName(place, text, id));
        }

        return id;
    }

    private string? Find(string text)
    {
        if (ids is null)
        {
            Load();
        }

        return ids!.Contains(text) ? text
            : names!.TryGetValue(text, out string? byName) ? byName
            : isProducts ? folded!.GetValueOrDefault(Folded.Name(text))
            : null;
    }

    private void Load()
    {
        ids = new HashSet<string>(StringComparer.Ordinal);
        names = new Dictionary<string, string?>(StringComparer.Ordinal);
        folded = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach ((string id, string? name) in load())
        {
            ids.Add(id);
            if (isProducts)
            {
                Know(folded, Folded.Name(id), id);
            }

            if (name is not null)
            {
                Know(names, name, id);
                if (isProducts)
                {
                    Know(folded, Folded.Name(name), id);
                }
            }
        }
    }

    /// <summary>A name that two rows have means neither.</summary>
    private static void Know(Dictionary<string, string?> book, string name, string id) =>
        book[name] = book.TryGetValue(name, out string? other) && other != id ? null : id;
}
