using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using Bailiwick.Measures;
using Bailiwick.Plans;

namespace Bailiwick.Web.Api;

/// <summary>Words in both languages.</summary>
internal sealed record TextView([property: JsonPropertyName("en")] string English, [property: JsonPropertyName("zh-TW")] string Chinese)
{
    public static TextView Of(Text text) => new(text.English, text.Chinese);
}

/// <summary>Some of many, and how to ask for those that follow.</summary>
internal sealed record PageView<T>(
    IReadOnlyList<T> Items,
    [property: Description("Ask again with after= this to get those that follow; null at the end.")] string? Next);

/// <summary>A boundary set.</summary>
internal sealed record BoundarySetView(string Id, TextView Name, [property: Description("Number of areas.")] int Areas);

/// <summary>A plan and where it stands in its life.</summary>
internal sealed record PlanView(string Id, string Name, [property: Description("draft, published or superseded")] string State, DateOnly Effective, DateTimeOffset Created, DateTimeOffset? Published)
{
    public static PlanView Of(Bailiwick.Plans.Plan plan) => new(plan.Id.Value, plan.Name, StateOf(plan.State), plan.Effective, plan.Created, plan.Published);

    private static string StateOf(PlanState state) => state switch
    {
        PlanState.Draft => "draft",
        PlanState.Published => "published",
        PlanState.Superseded => "superseded",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a state of a plan"),
    };
}

/// <summary>A rep by key and name.</summary>
internal sealed record RepNameView(string Id, string Name);

/// <summary>A point, degrees (WGS 84).</summary>
internal sealed record PointView(double Longitude, double Latitude);

/// <summary>A rep, and where the rep lives.</summary>
internal sealed record RepView(string Id, string Name, [property: Description("null when not known")] PointView? Home);

/// <summary>What a territory holds and brings; a parent's figures include its children's.</summary>
internal sealed record TerritoryView(
    string Id,
    string Name,
    [property: Description("The territory above; null at the top.")] string? Parent,
    bool IsLeaf,
    [property: Description("null when vacant")] RepNameView? Rep,
    long Accounts,
    [property: Description("Accounts with at least one sale.")] long Customers,
    [property: Description("Of the last twelve months of sales, in the currency of the answer.")] decimal Revenue,
    [property: Description("Part of the layer's revenue (of its accounts, when there are no sales), 0 to 1.")] double? Share,
    [property: Description("Share over the mean share of the leaves; 1 is even. null for a parent.")] double? Balance,
    [property: Description("Areas of the boundary set of the answer.")] int Areas);

/// <summary>The territories of one layer of a plan on a day.</summary>
internal sealed record TerritoriesView(
    string Plan,
    DateOnly AsOf,
    string Layer,
    [property: Description("Every layer of the plan.")] ImmutableArray<string> Layers,
    [property: Description("ISO 4217; null when there are no sales.")] string? Currency,
    [property: Description("Accounts inside the scope that reach no territory.")] long GapAccounts,
    long OutOfScopeAccounts,
    IReadOnlyList<TerritoryView> Territories);

/// <summary>A territory on the map: its colour is a number from 0, and neighbours differ.</summary>
internal sealed record ColouredTerritoryView(string Id, int Colour);

/// <summary>Which territory each area of a boundary set belongs to.</summary>
internal sealed record AreasView(
    string Plan,
    string Layer,
    string Boundaries,
    ImmutableArray<ColouredTerritoryView> Territories,
    [property: Description("Per area, in the order of the boundary set's map: an index into territories, or -1.")] ImmutableArray<int> Areas);
