using Bailiwick.Measures;

namespace Bailiwick.Plans;

/// <summary>Keys of plans.</summary>
public static class PlanKeys
{
    /// <summary>A key made of a plan's name: letters and digits of any script, others as hyphens; numbered when taken.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isTaken">Whether a key is in use.</param>
    public static PlanId Of(string name, Func<PlanId, bool> isTaken)
    {
        string slug = string.Join('-', new string([.. name.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Select(each => char.IsLetterOrDigit(each) ? each : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length == 0 ? "plan" : slug.Length > 60 ? slug[..60].TrimEnd('-') : slug;
        return Enumerable.Range(1, int.MaxValue).Select(number => new PlanId(number == 1 ? slug : $"{slug}-{number}")).First(id => !isTaken(id));
    }
}
