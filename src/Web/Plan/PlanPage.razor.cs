using System.Globalization;
using Bailiwick.Web.Frame;
using Bailiwick.Workbench;
using Microsoft.AspNetCore.Components;

namespace Bailiwick.Web.Plan;

/// <summary>The plan in force on a day: its territories as a table and on the map.</summary>
public sealed partial class PlanPage : IDisposable
{
    // The first answer to the browser waits so long for the figures; with a large market they follow through the circuit.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource leaving = new();
    private PlanBoard? board;
    private (string? Day, string? Layer)? shown;
    private string? failure;

    /// <summary>The day asked for (<c>2027-01-31</c>); today by default, and where it is not a day.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    public string? Day { get; set; }

    /// <summary>The layer; the plan's first by default.</summary>
    [SupplyParameterFromQuery(Name = "layer")]
    public string? Layer { get; set; }

    /// <summary>The chosen territory; none by default.</summary>
    [SupplyParameterFromQuery(Name = "territory")]
    public string? TerritoryInAddress { get; set; }

    [CascadingParameter]
    private Speech Speech { get; set; } = null!;

    [Inject]
    private Boards Boards { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private BoardLine? Chosen => TerritoryInAddress is null ? null : board?.Plan?.Lines.FirstOrDefault(line => line.Id == TerritoryInAddress);

    /// <inheritdoc />
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (shown != (Day, Layer))
        {
            shown = (Day, Layer);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        failure = null;
        DateOnly? day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly asked) ? asked : null;
        try
        {
            Task<PlanBoard> reading = Boards.ReadAsync(day, Layer, leaving.Token);
            if (RendererInfo.IsInteractive || await Task.WhenAny(reading, Task.Delay(Patience, leaving.Token)) == reading)
            {
                board = await reading;
            }
        }
        catch (WorkspaceException trouble)
        {
            failure = trouble.Problem.In(Speech.Language);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The person has left; nobody reads this any more.
        }
    }

    private void Choose(string? territory) => Go(Day, Layer, territory);

    private void Go(string? day, string? layer, string? territory) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["asOf"] = string.IsNullOrEmpty(day) ? null : day,
            ["layer"] = layer,
            ["territory"] = territory,
        }),
        replace: territory != null && TerritoryInAddress != null);

    private static string? ValueOf(ChangeEventArgs change) => change.Value as string;
}
