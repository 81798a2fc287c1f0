namespace Bailiwick.Alignment.Search;

/// <summary>An objective inside the search: the price of a move before it is made. The one door through which an objective enters.</summary>
/// <remarks>Whole numbers, smaller is better. A score may keep something of its own beside the plan (centres); <see cref="Refresh"/> renews it.</remarks>
internal interface IScore
{
    /// <summary>The score of the plan as it stands.</summary>
    long Total { get; }

    /// <summary>Takes a plan.</summary>
    void Load(int[] territoryOf);

    /// <summary>What <see cref="Total"/> would change by if the unit moved. Asked before the move.</summary>
    long Change(int unit, int from, int to);

    /// <summary>Notes a move; the plan has not changed yet.</summary>
    void Apply(int unit, int from, int to, long change);

    /// <summary>Renews what the score keeps beside the plan. The total falls or stays.</summary>
    /// <param name="isThorough">Every choice is looked at, not only the near ones.</param>
    void Refresh(bool isThorough);

    /// <summary>The score counted from scratch, with what is kept: equals <see cref="Total"/>.</summary>
    long Recount();
}
