using Bailiwick.Market;

namespace Bailiwick.Import.Tests;

/// <summary>Exports of the CRM systems that people have, with the column names that these systems write.</summary>
public sealed class CrmExportTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_Salesforce_report_and_a_Salesforce_data_export_mean_the_same()
    {
        folder.File("report1.csv", """
            "Account ID","Account Name","Type","Billing Street","Billing City","Billing State/Province","Billing Zip/Postal Code","Billing Country","Account Owner","Annual Revenue","Employees","Industry","Created Date","Rating"
            "0015","Acme","Customer - Direct","1 Main St","Boston","MA","02110","United States","Ann Lee","$1,000,000","250","Retail","2026-01-31","Hot"

            """);
        folder.File("extract.csv", """
            Id,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,OwnerId,AnnualRevenue,NumberOfEmployees,Industry,CreatedDate,CurrencyIsoCode
            0016,Beta,Prospect,0015,2 Main St,Boston,MA,02110,US,0051,2000000.0,12,Banking,2026-01-31T08:00:00.000+0000,USD

            """);
        folder.File("opps.csv", """
            "Opportunity ID","Opportunity Name","Account Name","Stage","Amount","Close Date","Opportunity Owner","Lead Source","Created Date"
            "0061","Big deal","Acme","Closed Won","500","2026-03-01","Ann Lee","Web","2026-01-01"
            "0062","Small deal","Beta","Negotiation/Review","5","2026-04-01","Ann Lee","Web","2026-01-01"

            """);
        folder.File("people.csv", "Id,Username,Name,IsActive,ProfileId,Title\n0051,ann@example.com,Ann Lee,true,00e1,AE\n");
        using MarketFiles files = folder.Open(new ImportOptions { Currency = "USD" });

        Assert.All(files.Sources, source => Assert.Equal("Salesforce", source.Layout));
        Assert.Equal(
            ["0016 Beta 0015 Boston MA 02110 US 12 2000000 Prospect 0051", "0015 Acme  Boston MA 02110 United States 250 1000000 Customer - Direct 0051"],
            files.All(Accounts.Table).Select(row => FormattableString.Invariant(
                $"{row[Accounts.Id]} {row[Accounts.Name]} {row[Accounts.Parent]} {row[Accounts.City]} {row[Accounts.Subdivision]} {row[Accounts.Postal]} {row[Accounts.Country]} {row[Accounts.Employees]} {row[Accounts.Revenue]:0} {row[Accounts.Stage]} {row[Accounts.Owner]}")));
        Assert.Equal(
            ["0061 0015 0051 won", "0062 0016 0051 open"],
            files.All(Opportunities.Table).Select(row => $"{row[Opportunities.Id]} {row[Opportunities.Account]} {row[Opportunities.Rep]} {row[Opportunities.Outcome]}"));
        Assert.Empty(files.Said());
    }

    [Fact]
    public void HubSpot_exports_are_recognised()
    {
        folder.File("hubspot-crm-exports-all-companies.csv", """
            Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,Lifecycle Stage,Type
            901,Acme,Ann Lee,2026-01-31 08:15,555,Taipei,Taiwan,RETAIL,Customer,PROSPECT

            """);
        folder.File("hubspot-crm-exports-all-deals.csv", """
            Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Associated Company IDs,Associated Company
            701,Big,Closed lost,2026-02-03 09:00,Ann Lee,12.5,901,Acme
            702,Small,Appointment scheduled,,Ann Lee,,,Acme

            """);
        using MarketFiles files = folder.Open(new ImportOptions { Currency = "USD" });

        Assert.All(files.Sources, source => Assert.Equal("HubSpot", source.Layout));
        MarketRow account = Assert.Single(files.All(Accounts.Table));
        Assert.Equal(("901", "Taiwan", "Customer", "PROSPECT"), (account[Accounts.Id], account[Accounts.Country], account[Accounts.Stage], account.Custom["Type"]));
        Assert.Equal(["701 901 lost", "702 901 open"], files.All(Opportunities.Table).Select(row => $"{row[Opportunities.Id]} {row[Opportunities.Account]} {row[Opportunities.Outcome]}"));
        Assert.Empty(files.Said());
    }

    [Fact]
    public void Dynamics_exports_are_recognised()
    {
        folder.File("Active Accounts.csv", """
            (Do Not Modify) Account,(Do Not Modify) Row Checksum,Account Name,Address 1: City,Address 1: Country/Region,Number of Employees,Annual Revenue,Currency,Owner,Status
            a-1,x=,Acme,Taipei,Taiwan,250,1000000,New Taiwan Dollar,Ann Lee,Active

            """);
        folder.File("All Opportunities.csv", """
            (Do Not Modify) Opportunity,Topic,Potential Customer,Est. Close Date,Actual Close Date,Est. Revenue,Actual Revenue,Currency,Owner,Status
            o-1,Big,Acme,2026-05-01,2026-04-20,900,1000,US Dollar,Ann Lee,Won
            o-2,Small,Acme,2026-06-01,,50,,US Dollar,Ann Lee,Open

            """);
        folder.File("Users.csv", "(Do Not Modify) User,Full Name,Business Unit,Title\nu-1,Ann Lee,Sales,AE\n");
        using MarketFiles files = folder.Open();

        Assert.All(files.Sources, source => Assert.Equal("Dynamics", source.Layout));
        MarketRow account = Assert.Single(files.All(Accounts.Table));
        Assert.Equal(("a-1", "u-1", "TWD", "Active"), (account[Accounts.Id], account[Accounts.Owner], account[Accounts.Currency], account.Custom["Status"]));
        Assert.Equal(
            ["o-1 a-1 u-1 won 1000 2026-04-20", "o-2 a-1 u-1 open 50 2026-06-01"],
            files.All(Opportunities.Table).Select(row => FormattableString.Invariant($"{row[Opportunities.Id]} {row[Opportunities.Account]} {row[Opportunities.Rep]} {row[Opportunities.Outcome]} {row[Opportunities.Amount]:0} {row[Opportunities.Closed]:yyyy-MM-dd}")));
        Assert.Empty(files.Said());
    }

    [Fact]
    public void Chinese_headers_are_recognised()
    {
        folder.File("客戶資料.csv", "客戶編號,客戶名稱,國家,縣市,鄉鎮市區,郵遞區號,員工數,年營收,幣別,產業,負責業務,開戶日\nC-1,富邦,台灣,臺北市,大安區,106,1200,\"1,200萬\",台幣,金融,林小姐,2026年1月31日\n");
        folder.File("訂單.csv", "訂單編號,客戶編號,日期,金額,幣別\nS-1,C-1,2026/01/31,\"NT$1,200\",新台幣\n");
        using MarketFiles files = folder.Open();

        MarketRow account = Assert.Single(files.All(Accounts.Table));
        Assert.Equal(("台灣", "106", 1200L, 12_000_000m, "TWD", "林小姐"), (account[Accounts.Country], account[Accounts.Postal], account[Accounts.Employees], account[Accounts.Revenue], account[Accounts.Currency], account[Accounts.Owner]));
        Assert.Equal(1200m, Assert.Single(files.All(Sales.Table))[Sales.Amount]);
        Assert.Empty(files.Said());
    }

    [Fact]
    public void Every_name_in_the_table_of_layouts_means_one_column() =>
        Assert.All(Layouts.LayoutTable.Shipped.Layouts, layout => Assert.All(layout.Columns.Values, known => Assert.Same(layout.Table.Columns[known.Column.Ordinal], known.Column)));
}
