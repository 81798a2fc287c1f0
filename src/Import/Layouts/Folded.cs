using System.Text;

namespace Bailiwick.Import.Layouts;

/// <summary>Names without what people write differently: case, width, blanks, hyphens and other marks.</summary>
internal static class Folded
{
    public static string Name(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}
