using System.Security.Cryptography;
using System.Text.Json;
using Bailiwick.Market;

namespace Bailiwick.Samples.Tests;

/// <summary>The files: the same bytes for the same seed, readable by anyone, and never over somebody's own.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-samples-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Same_seed_gives_the_same_bytes()
    {
        ToyCountry.Company(60).Write(folder, null, TestContext.Current.CancellationToken);
        string all = string.Join('\n', Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file =>
            $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..16]}"));

        Assert.Equal(
            """
            accounts.csv 9b8695c005385038
            area_facts.csv 41a087cea4178238
            leads.csv ff8b76cba9cb5014
            opportunities.csv d6f26b325b57ba0b
            products.csv c19fe242b17ad2e7
            quotas.csv bf28ea672e54b78d
            reps.csv c1d8d334989e3079
            sales.csv 0abe2bd3e87353db
            territories.csv ebf124f14344e22d
            truth.json 37118299358005df
            """,
            all);
    }

    [Fact]
    public void Files_hold_the_rows()
    {
        SampleCompany company = ToyCountry.Company(300);
        (SampleTruth? truth, _) = company.Write(folder, null, TestContext.Current.CancellationToken);

        Assert.All(MarketTable.All, table => Assert.Equal(truth!.Rows[table.Name] + 1, File.ReadLines(Path.Combine(folder, table.Name + ".csv")).Count()));
        string[] header = File.ReadLines(Path.Combine(folder, "accounts.csv")).First().Split(',');
        Assert.Equal([.. Accounts.Table.Columns.Where(column => !column.IsDerived).Select(column => column.Name), "channel", "fleet_size"], header);
        Assert.Equal("area,population,businesses,potential", File.ReadLines(Path.Combine(folder, "area_facts.csv")).First());
        string[] first = File.ReadLines(Path.Combine(folder, "accounts.csv")).Skip(1).First().Split(',');
        Assert.Equal(company.Rows(Accounts.Table).First()[Accounts.Name], first[1]);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "truth.json")));
        Assert.Equal(300, json.RootElement.GetProperty("rows").GetProperty("accounts").GetInt32());
    }

    [Fact]
    public void Another_seed_gives_another_company()
    {
        string?[] one = [.. ToyCountry.Company(20, seed: 1).Rows(Accounts.Table).Select(row => row[Accounts.Name])];
        string?[] two = [.. ToyCountry.Company(20, seed: 2).Rows(Accounts.Table).Select(row => row[Accounts.Name])];
        Assert.NotEqual(one, two);
    }

    [Fact]
    public void Somebodys_files_are_not_overwritten()
    {
        File.WriteAllText(Path.Combine(folder, "accounts.csv"), "id\nreal\n");

        (SampleTruth? truth, var problems) = ToyCountry.Company(5).Write(folder, null, TestContext.Current.CancellationToken);

        Assert.Null(truth);
        Assert.Equal("samples.folder-in-use", Assert.Single(problems).Code);
        Assert.Equal("id\nreal\n", File.ReadAllText(Path.Combine(folder, "accounts.csv")));
    }

    [Fact]
    public void A_sample_takes_the_place_of_a_sample()
    {
        ToyCountry.Company(30).Write(folder, null, TestContext.Current.CancellationToken);
        (SampleTruth? truth, _) = ToyCountry.Company(5).Write(folder, null, TestContext.Current.CancellationToken);

        Assert.NotNull(truth);
        Assert.Equal(6, File.ReadLines(Path.Combine(folder, "accounts.csv")).Count());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    public void Cells_are_quoted_as_RFC_4180_says(string value, string expected)
    {
        using var writer = new StringWriter();
        using var csv = new CsvText(writer);
        csv.Add(value);
        csv.Add(value);
        Assert.Equal($"{expected},{expected}", writer.ToString());
    }
}
