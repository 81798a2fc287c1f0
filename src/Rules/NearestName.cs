namespace Bailiwick.Rules;

/// <summary>The known name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>The name with the fewest changed letters, at most a third of its length and at least one; null when none is near. Ties go to the first.</summary>
    public static string? To(string given, IEnumerable<string> names)
    {
        string? best = null;
        int least = int.MaxValue;
        foreach (string name in names)
        {
            // Far longer or shorter names cannot be near: fuzzed input must not make this slow.
            if (Math.Abs(name.Length - given.Length) <= Limit(name) && Distance(given.ToLowerInvariant(), name.ToLowerInvariant()) is int distance && distance < least && distance <= Limit(name))
            {
                (best, least) = (name, distance);
            }
        }

        return best;
    }

    private static int Limit(string name) => Math.Max(1, name.Length / 3);

    // Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966; neighbours swapped count once.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                    rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
