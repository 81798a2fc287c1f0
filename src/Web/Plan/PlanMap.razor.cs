using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Web.Api;
using Bailiwick.Web.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bailiwick.Web.Plan;

/// <summary>The map of a plan: its own module draws it from the API; through the circuit goes only which territory is chosen.</summary>
public sealed partial class PlanMap : IAsyncDisposable
{
    private ElementReference frame;
    private IJSObjectReference? module;
    private IJSObjectReference? map;
    private DotNetObjectReference<PlanMap>? self;
    private string? drawn;
    private string? chosen;

    /// <summary>The plan to draw; it has a boundary set.</summary>
    [Parameter, EditorRequired]
    public PlanOnBoard Plan { get; set; } = null!;

    /// <summary>The day of the figures.</summary>
    [Parameter, EditorRequired]
    public DateOnly Day { get; set; }

    /// <summary>The chosen territory; null for none.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>Told the territory that the person chooses; null when the chosen one is given up.</summary>
    [Parameter]
    public EventCallback<string?> OnChoose { get; set; }

    [CascadingParameter]
    private Speech Speech { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>Called by the map's module.</summary>
    [JSInvokable(nameof(Choose))]
    public Task Choose(string? territory) => InvokeAsync(() => OnChoose.InvokeAsync(territory));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        try
        {
            if (map is not null)
            {
                await map.InvokeVoidAsync("close");
                await map.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the map with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            (drawn, chosen) = (Plan.Version, Chosen);
            module = await Browser.InvokeAsync<IJSObjectReference>("import", "./" + Assets["_content/Bailiwick.Web/client/map.js"]);
            self = DotNetObjectReference.Create(this);
            map = await module.InvokeAsync<IJSObjectReference>("open", frame, new { culture = Speech.CultureName, words = MapWords, addresses = Addresses, chosen = Chosen }, self);
        }
        else if (map is not null && drawn != Plan.Version)
        {
            (drawn, chosen) = (Plan.Version, Chosen);
            await map.InvokeVoidAsync("show", Addresses, Chosen);
        }
        else if (map is not null && chosen != Chosen)
        {
            chosen = Chosen;
            await map.InvokeVoidAsync("choose", Chosen);
        }
    }

    private object Addresses
    {
        get
        {
            string plan = Uri.EscapeDataString(Plan.Id.Value);
            string query = string.Create(CultureInfo.InvariantCulture, $"asOf={Day:yyyy-MM-dd}&layer={Uri.EscapeDataString(Plan.Layer)}");
            return new
            {
                boundaries = Addressing.Boundaries(Plan.Boundaries!),
                areas = $"{Addressing.Plans}/{plan}/areas?boundaries={Plan.Boundaries}&{query}",
                territories = $"{Addressing.Plans}/{plan}/territories?{query}",
                reps = $"{Addressing.Reps}?{query}",
                land = Plan.Boundaries == Addressing.Land ? null : Addressing.Boundaries(Addressing.Land),
                landWithout = Sources.CountryOf(Plan.Boundaries!),
            };
        }
    }

    private object MapWords => new
    {
        label = Speech.Say(Words.MapLabel),
        isChinese = Speech.Language == Language.Chinese,
        sources = Sources.Of(Plan.Boundaries!, Speech),
        accounts = Speech.Say(Words.Accounts),
        revenue = $"{Speech.Say(Words.Revenue)} ({Speech.Say(Words.LastTwelveMonths)})",
        balance = Speech.Say(Words.Balance),
        vacant = Speech.Say(Words.Vacant),
        home = Speech.Say(Words.RepHome),
        controls = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NavigationControl.ZoomIn"] = Speech.Say(Words.ZoomIn),
            ["NavigationControl.ZoomOut"] = Speech.Say(Words.ZoomOut),
            ["AttributionControl.ToggleAttribution"] = Speech.Say(Words.Attribution),
            ["Map.Title"] = Speech.Say(Words.Map),
            ["CooperativeGesturesHandler.WindowsHelpText"] = Speech.Say(Words.HoldControl),
            ["CooperativeGesturesHandler.MacHelpText"] = Speech.Say(Words.HoldCommand),
            ["CooperativeGesturesHandler.MobileHelpText"] = Speech.Say(Words.TwoFingers),
        },
    };
}
