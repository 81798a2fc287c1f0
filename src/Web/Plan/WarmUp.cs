using Bailiwick.Web.Api;
using Bailiwick.Workbench;
using Microsoft.Extensions.Hosting;

namespace Bailiwick.Web.Plan;

/// <summary>Reads today's board and its map as soon as the server listens, so that the first person does not wait for it alone.</summary>
internal sealed class WarmUp(Boards boards, Places places, BoundaryMaps maps) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            PlanBoard board = await boards.ReadAsync(null, null, stoppingToken);
            if (board.Plan?.Boundaries is { } set)
            {
                maps.Of(places.Atlas().Set(set));
                maps.Of(places.Atlas().Set(Addressing.Land));
            }
        }
        catch (WorkspaceException)
        {
            // Whoever opens the page is told.
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was warm.
        }
    }
}
