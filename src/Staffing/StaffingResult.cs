using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Staffing;

/// <summary>One rep for one territory, and what else could have been.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Rep">The rep; null when the territory stays vacant.</param>
/// <param name="Distance">Weighted mean distance from the rep's home to the territory's accounts; null for a vacancy, an unknown home, or a territory without placed accounts.</param>
/// <param name="RunnerUp">What the best plan that does without this choice does with the territory; null when every plan makes this choice.</param>
public sealed record StaffingChoice(TerritoryId Territory, RepId? Rep, Metres? Distance, RunnerUp? RunnerUp);

/// <summary>The best alternative to a choice.</summary>
/// <param name="Rep">The rep who would have the territory; null when it would stay vacant.</param>
/// <param name="Distance">That rep's distance; null when not known.</param>
/// <param name="Regret">How much longer all distances together would be, 0 or more; null when the alternative places fewer reps with a known home, which no distance makes up for.</param>
public sealed record RunnerUp(RepId? Rep, Metres? Distance, Metres? Regret);

/// <summary>Reps to territories.</summary>
/// <param name="Choices">One a territory, in the problem's order.</param>
/// <param name="Unassigned">Reps without a territory, in the problem's order.</param>
/// <param name="Total">The sum of the known distances of all choices.</param>
/// <param name="IsOptimal">Whether the plan is proven to be the best: no other gives more territories a rep, no other of those places more reps with a known home, and no other of those has a smaller total.</param>
/// <param name="Problems">Vacancies, reps left over, unknown homes, territories without placed accounts: doubts, one each.</param>
public sealed record StaffingResult(
    ImmutableArray<StaffingChoice> Choices,
    ImmutableArray<RepId> Unassigned,
    Metres Total,
    bool IsOptimal,
    ImmutableArray<Problem> Problems);
