namespace Bailiwick.Geography;

/// <summary>Turns codes, postal codes, city names and coordinates into a place, offline. Safe for many threads; repeated queries are remembered.</summary>
public sealed class PlaceResolver
{
    internal PlaceResolver()
    {
    }

    /// <summary>Places one query. Precedence: coordinates, area, postal code, city, subdivision, country.</summary>
    /// <remarks>What contradicts the more precise fact becomes a doubt. What cannot be placed is <see cref="PlacedBy.Nothing"/> with a doubt, never guessed.</remarks>
    public Placement Resolve(PlaceQuery query) => throw new NotSupportedException(query.ToString());
}
