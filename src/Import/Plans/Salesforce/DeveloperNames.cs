using System.Globalization;
using System.Text;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>Names as Salesforce wants them for components: letters, digits and single underscores, a letter first, no underscore last; each once.</summary>
internal sealed class DeveloperNames
{
    private const int Most = 80;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name like the given one that nothing else has.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="otherwise">What to call it when no letter of it can stay: <c>Territory</c>.</param>
    public string Of(string name, string otherwise)
    {
        var tidy = new StringBuilder();
        foreach (char each in name)
        {
            if (char.IsAsciiLetterOrDigit(each))
            {
                tidy.Append(each);
            }
            else if (tidy.Length > 0 && tidy[^1] != '_')
            {
                tidy.Append('_');
            }
        }

        string first = tidy.ToString().TrimEnd('_');
        first = first.Length == 0 ? otherwise : char.IsAsciiLetter(first[0]) ? first : $"{otherwise}_{first}";
        string found = Cut(first, Most);
        for (int number = 2; !taken.Add(found); number++)
        {
            string end = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            found = Cut(first, Most - end.Length) + end;
        }

        return found;
    }

    private static string Cut(string name, int length) => name[..Math.Min(length, name.Length)].TrimEnd('_');
}
