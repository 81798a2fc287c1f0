using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Workbench;

namespace Bailiwick.Web.Plan;

/// <summary>The boundary sets at hand, opened when first needed, so that the first page does not wait for them.</summary>
internal sealed class Places(Workspace workspace)
{
    private readonly Lock gate = new();
    private (ImmutableArray<string> Own, Atlas Atlas)? opened;

    /// <summary>The house's sets and the company's own, as they are now.</summary>
    /// <exception cref="WorkspaceException">The house's geography was not built.</exception>
    public Atlas Atlas()
    {
        ImmutableArray<string> own = [.. workspace.Boundaries.List()];
        lock (gate)
        {
            if (opened is not { } known || !known.Own.SequenceEqual(own, StringComparer.Ordinal))
            {
                opened = known = (own, WorkspaceAtlas.Of(workspace, WorkspaceAtlas.House()));
            }

            return known.Atlas;
        }
    }
}
