using Bailiwick.Geography;

namespace Bailiwick.Workbench;

/// <summary>Takes a person's own boundaries into the workspace.</summary>
public static class ImportBoundaries
{
    /// <summary>Reads, checks and, when it is usable, keeps a boundary file. A set of the same id is replaced.</summary>
    public static BoundaryReading Run(Workspace workspace, string path, BoundaryOptions options)
    {
        BoundaryReading reading = BoundaryImport.Read(path, options);
        if (reading.Set is { } set)
        {
            workspace.Boundaries.Save(set.Id, set.ToBytes());
        }

        return reading;
    }
}
