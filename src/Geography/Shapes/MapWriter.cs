namespace Bailiwick.Geography.Shapes;

internal static class MapWriter
{
    public static void Write(BoundarySet set, Stream output) => throw new NotSupportedException(set.Id);
}
