using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>Where accounts are.</summary>
internal static class MarketPlaces
{
    /// <summary>The point at which the account was placed, else the one it came with; null when neither is known.</summary>
    public static LonLat? Of(ColumnTable accounts, int row) =>
        LonLat.OrNull(accounts[Accounts.PlacedLongitude][row], accounts[Accounts.PlacedLatitude][row])
        ?? LonLat.OrNull(accounts[Accounts.Longitude][row], accounts[Accounts.Latitude][row]);
}
