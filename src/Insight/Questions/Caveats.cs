using System.Collections.Immutable;
using Bailiwick.Insight.Ledger;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>What every answer has to say about the sales it was read from.</summary>
internal static class Caveats
{
    /// <summary>The caveats that the ledger itself gives reason for.</summary>
    public static ImmutableArray<Text> Of(CustomerLedger ledger)
    {
        ImmutableArray<Text>.Builder caveats = ImmutableArray.CreateBuilder<Text>();
        if (!ledger.BySales)
        {
            caveats.Add(new Text(
                "There are no sales: accounts of stage \"customer\" are taken as customers, from the day in \"since\".",
                "沒有銷售紀錄：以階段為「customer」的客戶計算，起始日取自「since」。"));
        }

        if (ledger.Currencies.Length > 1)
        {
            string codes = string.Join(", ", ledger.Currencies.Select(currency => currency?.Code ?? "?"));
            caveats.Add(new Text(
                $"Sales are in several currencies ({codes}). They are never added; statements use {ledger.Currencies[0]?.Code ?? "those without a currency"}, which most sales are in.",
                $"銷售有多種幣別（{codes}），各自計算、不相加；敘述以筆數最多的{ledger.Currencies[0]?.Code ?? "未註明幣別者"}為準。"));
        }

        if (ledger.Currencies.Contains(null))
        {
            caveats.Add(new Text("Some sales do not say their currency.", "部分銷售未註明幣別。"));
        }

        if (ledger.StraySales > 0)
        {
            caveats.Add(new Text(
                $"{Words.Count(ledger.StraySales)} of {Words.Count(ledger.Sales)} sales have no account in the market; their revenue stands in a row of its own.",
                $"{Words.Count(ledger.Sales)} 筆銷售中有 {Words.Count(ledger.StraySales)} 筆找不到客戶，其營收另列一行。"));
        }

        return caveats.ToImmutable();
    }

    /// <summary>First day that was read.</summary>
    public static DateOnly? First(CustomerLedger ledger) => ledger.Last < 0 ? null : DateOnly.FromDayNumber(ledger.First);

    /// <summary>Last day that was read.</summary>
    public static DateOnly? Last(CustomerLedger ledger) => ledger.Last < 0 ? null : DateOnly.FromDayNumber(ledger.Last);
}
