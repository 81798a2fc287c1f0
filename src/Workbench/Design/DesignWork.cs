using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>Everything that a design is made of, once it is known to make sense.</summary>
internal sealed record DesignWork(
    MarketSnapshot Market,
    Atlas Atlas,
    DesignRequest Request,
    DesignScope Scope,
    DesignAreas Areas,
    AreaAccounts Accounts,
    ImmutableArray<AreaMeasure> Measures,
    AreaAlignment Alignment,
    DateOnly Today,
    List<Problem> Found);
