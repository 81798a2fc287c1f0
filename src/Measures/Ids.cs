namespace Bailiwick.Measures;

/// <summary>The key of an account in the company's own system. Compared exactly.</summary>
public readonly record struct AccountId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The key of a rep.</summary>
public readonly record struct RepId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The key of a territory, unique within a plan.</summary>
public readonly record struct TerritoryId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The key of a plan.</summary>
public readonly record struct PlanId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The code of an area within its boundary set: <c>06037</c> in <c>us-counties</c>.</summary>
public readonly record struct AreaCode(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
