using Bailiwick.Measures;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Bailiwick.Geography.Shapes;

/// <summary>Makes one area's rings valid: no line crosses another, holes lie in their shells.</summary>
internal static class ShapeFixer
{
    /// <summary>What is wrong with the rings of an area, and where; null when they are valid.</summary>
    public static TopologyValidationError? Error(IReadOnlyList<GridPoint[]> rings)
    {
        var check = new IsValidOp(Polygons.ToGeometry(rings));
        return check.IsValid ? null : check.ValidationError;
    }

    /// <summary>An error in both languages; the English words are those of the library, which people can search for.</summary>
    public static Text Words(TopologyValidationError error) => error.ErrorType switch
    {
        TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => new(error.Message, "邊界自我交叉"),
        TopologyValidationErrors.HoleOutsideShell => new(error.Message, "內環在外環之外"),
        TopologyValidationErrors.NestedHoles => new(error.Message, "內環互相包含"),
        TopologyValidationErrors.NestedShells => new(error.Message, "外環互相包含"),
        TopologyValidationErrors.DisconnectedInteriors => new(error.Message, "內環切斷了區域"),
        TopologyValidationErrors.DuplicateRings => new(error.Message, "環重複"),
        TopologyValidationErrors.TooFewPoints => new(error.Message, "頂點不足"),
        _ => Text.Same(error.Message),
    };

    /// <summary>The corners at which the lines of an area that is not valid must be cut, and its neighbours' with it: its own and the crossings.</summary>
    public static IEnumerable<GridPoint> Crossings(List<GridPoint[]> rings) => Error(rings) is null
        ? []
        : Polygons.ToRings(GeometryFixer.Fix(Polygons.ToGeometry(rings))).Concat(rings).SelectMany(ring => ring);

    /// <summary>Valid rings that enclose the same. The points that were there stay where they are; crossings become points.</summary>
    public static List<GridPoint[]> Fix(List<GridPoint[]> rings)
    {
        // Rounding a crossing to the grid can make a new one a centimetre away; the second round has nothing left to do in practice.
        for (int round = 0; round < 3 && Error(rings) is not null; round++)
        {
            rings = Polygons.ToRings(GeometryFixer.Fix(Polygons.ToGeometry(rings)));
        }

        return rings;
    }
}
