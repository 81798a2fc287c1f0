using Bailiwick.Measures;

namespace Bailiwick.Samples.Stories;

/// <summary>One attempt to sell. Days are <see cref="DateOnly.DayNumber"/>; amounts are in dollars until they are written.</summary>
/// <param name="Created">Its first day.</param>
/// <param name="Closed">Its last day; null while it is open.</param>
/// <param name="IsWon">How it closed; false while it is open.</param>
/// <param name="Stage">Where it stands, 0 to 2, while it is open.</param>
/// <param name="Product">What is to be sold.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Rep">Who sells.</param>
/// <param name="Dollars">What it is worth.</param>
/// <param name="Likelihood">The true chance of winning it.</param>
internal readonly record struct Deal(int Created, int? Closed, bool IsWon, int Stage, int Product, int Source, int Rep, double Dollars, double Likelihood);

/// <summary>One inquiry from a company like the account, or from the account itself.</summary>
/// <param name="Created">Its first day.</param>
/// <param name="Decided">When it converted or was lost; null while it is open.</param>
/// <param name="IsConverted">How it was decided; false while it is open.</param>
/// <param name="IsOwn">Whether the account itself asked: always when it converted.</param>
/// <param name="Product">What was asked for.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Likelihood">The true chance of conversion.</param>
internal readonly record struct Inquiry(int Created, int? Decided, bool IsConverted, bool IsOwn, int Product, int Source, double Likelihood);

/// <summary>One order.</summary>
internal readonly record struct Order(int Day, int Product, double Dollars, double CostDollars, int Channel);

/// <summary>Everything that is true of one account: told from its own streams of chance, so that it needs no other account.</summary>
internal sealed class AccountStory
{
    /// <summary>Its number, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Number of the parent account, smaller than its own; null for none.</summary>
    public required int? Parent { get; init; }

    /// <summary>Where it stands.</summary>
    public required int Place { get; init; }

    /// <summary>The region of the place; −1 for none.</summary>
    public required int Region { get; init; }

    /// <summary>Exactly where; null when the company did not write it down.</summary>
    public required LonLat? Point { get; init; }

    /// <summary>Its industry.</summary>
    public required int Industry { get; init; }

    /// <summary>People it employs.</summary>
    public required long Employees { get; init; }

    /// <summary>Its yearly turnover.</summary>
    public required double TurnoverDollars { get; init; }

    /// <summary>What it spends with us in a year while it is a customer, before trend and season.</summary>
    public required double SpendDollars { get; init; }

    /// <summary>Vehicles it runs.</summary>
    public required long Fleet { get; init; }

    /// <summary>How it buys, by index.</summary>
    public required int Channel { get; init; }

    /// <summary>Where it first heard of us.</summary>
    public required int Source { get; init; }

    /// <summary>Today's territory.</summary>
    public required int Territory { get; init; }

    /// <summary>Who owns it today.</summary>
    public required int Owner { get; init; }

    /// <summary>Whether it is one of the largest.</summary>
    public required bool IsKeyAccount { get; init; }

    /// <summary>Its tier.</summary>
    public int Tier => Catalogue.TierOf(Employees);

    /// <summary>Since when it is a customer; null for a prospect.</summary>
    public int? Since { get; set; }

    /// <summary>The day from which it is one no more; null while it is.</summary>
    public int? Left { get; set; }

    /// <summary>What it bought, and from when.</summary>
    public List<(int Product, int From)> Basket { get; } = [];

    /// <summary>Attempts to sell to it, oldest first.</summary>
    public List<Deal> Deals { get; } = [];

    /// <summary>Inquiries, the account's own first.</summary>
    public List<Inquiry> Inquiries { get; } = [];

    /// <summary>Its orders, oldest first.</summary>
    public List<Order> Orders { get; } = [];
}
