using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Web.Frame;
using Microsoft.AspNetCore.Components;

namespace Bailiwick.Web.Plan;

/// <summary>The territories with their figures: what the map shows, for those who compare or do not see it.</summary>
public sealed partial class TerritoryTable
{
    /// <summary>The id of the table's section, for links within the page.</summary>
    internal const string Anchor = "territories";

    private (Order By, bool IsDown) sort = (Order.Plan, false);
    private string find = "";

    private enum Order
    {
        Plan,
        Name,
        Rep,
        Accounts,
        Revenue,
        Balance,
    }

    /// <summary>The plan whose territories are listed.</summary>
    [Parameter, EditorRequired]
    public PlanOnBoard Plan { get; set; } = null!;

    /// <summary>The chosen territory; null for none.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>Told the territory that the person chooses; null when the chosen one is given up.</summary>
    [Parameter]
    public EventCallback<string?> OnChoose { get; set; }

    [CascadingParameter]
    private Speech Speech { get; set; } = null!;

    private MoneyScale Scale => Speech.ScaleOf(Plan.Lines.Select(line => line.Revenue));

    private Heading[] Headings =>
    [
        new(Order.Name, Words.Territory, false),
        new(Order.Rep, Words.Rep, false),
        new(Order.Accounts, Words.Accounts, true),
        new(Order.Revenue, Words.Revenue, true, $"{Plan.Currency} {Scale.Sign}".Trim(), Words.LastTwelveMonths),
        new(Order.Balance, Words.Balance, true, null, Words.BalanceMeaning),
    ];

    private IEnumerable<BoardLine> Shown
    {
        get
        {
            CompareInfo letters = Speech.Culture.CompareInfo;
            IEnumerable<BoardLine> found = Plan.Lines.Where(line => Has(letters, line.Name) || Has(letters, line.Rep) || Has(letters, line.Parent));
            return sort.By switch
            {
                Order.Plan => found,
                Order.Name => Sorted(found, line => line.Name, Comparer<string>.Create((left, right) => letters.Compare(left, right, CompareOptions.NumericOrdering))),
                Order.Rep => Sorted(found, line => line.Rep ?? "", Comparer<string>.Create(letters.Compare)),
                Order.Accounts => Sorted(found, line => line.Accounts, Comparer<long>.Default),
                Order.Revenue => Sorted(found, line => line.Revenue, Comparer<decimal>.Default),
                Order.Balance => Sorted(found, line => line.Balance, Comparer<double?>.Default),
                _ => throw new InvalidOperationException($"{sort.By} is not an order of the table."),
            };
        }
    }

    // Where a difference in case, accents or width is no difference to the one who looks.
    private bool Has(CompareInfo letters, string? text) =>
        text is not null && letters.IndexOf(text, find.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth) >= 0;

    private IEnumerable<BoardLine> Sorted<TKey>(IEnumerable<BoardLine> lines, Func<BoardLine, TKey> key, IComparer<TKey> comparer) =>
        sort.IsDown ? lines.OrderByDescending(key, comparer) : lines.OrderBy(key, comparer);

    // Names start at the top of the alphabet, figures at the largest; a third time gives the plan's own order back.
    private void SortBy(Heading heading) => sort = sort switch
    {
        (var by, var isDown) when by != heading.By => (heading.By, heading.IsNumber),
        (_, var isDown) when isDown == heading.IsNumber => (heading.By, !isDown),
        _ => (Order.Plan, false),
    };

    private sealed record Heading(Order By, Text Name, bool IsNumber, string? Unit = null, Text? Meaning = null);
}
