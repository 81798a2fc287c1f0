using System.Globalization;
using System.Text;

namespace Bailiwick.Geography.Places;

/// <summary>Names of places in the form in which they are compared: without case, width, accents, blanks and punctuation; 臺 and 台 are the same.</summary>
internal static class PlaceNames
{
    private static readonly string[] TaiwanEndings = ["縣", "市", "區", "鄉", "鎮"];
    private static readonly string[] EnglishEndings = ["city", "county", "district", "township", "dist", "twp"];

    public static string Fold(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "";
        }

        var folded = new StringBuilder(name.Length);
        var word = new StringBuilder();
        foreach (char sign in Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormKD))
        {
            if (sign is '\'' or '’' or '.' || (!char.IsAscii(sign) && CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            if (char.IsLetterOrDigit(sign))
            {
                word.Append(sign switch { '臺' => '台', 'ß' => 's', 'ø' or 'Ø' => 'o', 'ł' or 'Ł' => 'l', 'đ' or 'Đ' => 'd', _ => char.ToLowerInvariant(sign) });
                continue;
            }

            Take(word, folded);
        }

        Take(word, folded);
        return folded.ToString();
    }

    /// <summary>A folded name without what kind of place it is: 板橋區 → 板橋, banqiaodistrict → banqiao; the same when nothing is left of it.</summary>
    public static string Stem(string folded)
    {
        foreach (string ending in EnglishEndings)
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal) && folded.Length >= ending.Length + 3)
            {
                return folded[..^ending.Length];
            }
        }

        foreach (string ending in TaiwanEndings)
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal) && folded.Length >= 3)
            {
                return folded[..^1];
            }
        }

        return folded;
    }

    private static void Take(StringBuilder word, StringBuilder folded)
    {
        if (word.Length > 0)
        {
            folded.Append(word.ToString() switch { "st" => "saint", "ste" => "sainte", "mt" => "mount", "ft" => "fort", string other => other });
            word.Clear();
        }
    }

    /// <summary>
    /// Number of single-letter slips between two texts: added, lost, changed, or two exchanged (optimal string alignment; Damerau 1964,
    /// doi 10.1145/363958.363994). Stops counting above <paramref name="most"/>.
    /// </summary>
    public static int Slips(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        var before = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }
}
