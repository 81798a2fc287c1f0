using System.Text;
using Bailiwick.Import.Mappings;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Tests;

public sealed class MappingTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_column_list_picks_translates_mends_and_fills_in()
    {
        folder.File("k.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("1+|Acme+|x+|103/05/31&|\n2+|Beta+|retial+|99/01/02&|\n")).ToArray());
        using MarketFiles files = Mapped("""
            about: A list without a header.
            sources:
              k: { file: k.txt, separator: "+|", row_end: "&|\n", quote: none, encoding: utf-16, columns: [no, name, branch, since], trim: true }
            tables:
              accounts:
                from: k
                columns:
                  id: no
                  name: name
                  industry: { column: branch, values: { x: mining }, mend: { retial: retail } }
                  since: { column: since, roc: true }
                  country: { constant: TW }
                  branch_code: branch
            """);

        Assert.Equal(
            ["1 Acme mining 2014-05-31 TW x", "2 Beta retail 2010-01-02 TW retial"],
            files.All(Accounts.Table).Select(row => $"{row[Accounts.Id]} {row[Accounts.Name]} {row[Accounts.Industry]} {row[Accounts.Since]:yyyy-MM-dd} {row[Accounts.Country]} {row.Custom["branch_code"]}"));
        Assert.Equal(["k.txt:2:branch: \"retial\" was taken for \"retail\", as the mapping says."], files.Said());
    }

    [Fact]
    public void A_select_joins_sources_and_its_rows_keep_their_places()
    {
        folder.File("a.csv", "id,name\n1,Acme\n2,Beta\n");
        folder.File("b.csv", "no;size\n2;about 9\n1;7\n");
        using MarketFiles files = Mapped("""
            sources:
              a: { file: a.csv }
              b: { file: b.csv }
            tables:
              accounts:
                select: |
                  SELECT a.id, a.name, b.size AS employees, 'x' AS extra, b._file, b._line
                  FROM a JOIN b ON a.id = b.no ORDER BY a.id
            """, folder.Rejects);

        MarketRow row = Assert.Single(files.All(Accounts.Table));
        Assert.Equal(("1", 7L, "x", new Place("b.csv", 3)), (row[Accounts.Id], row[Accounts.Employees], row.Custom["extra"], row.Place));
        Assert.Equal(["b.csv:2:employees: \"about 9\" is no number."], files.Said());
        string rejects = Assert.Single(files.RejectsFiles);
        Assert.Equal(("accounts.rejects.csv", "id,name,employees,extra,problem"), (Path.GetFileName(rejects), File.ReadLines(rejects).First()));
    }

    [Fact]
    public void Rows_of_a_source_that_cannot_be_read_are_said_and_kept_aside()
    {
        folder.File("a.csv", "id,name\n1,Acme\n2,\"open\n3,Gamma\n");
        using MarketFiles files = Mapped("""
            sources:
              a: { file: a.csv }
            tables:
              accounts: { select: "SELECT id, name FROM a ORDER BY id" }
            """, folder.Rejects);

        Assert.Equal(["1", "3"], files.All(Accounts.Table).Select(row => row[Accounts.Id]));
        Assert.Equal(["a.csv:3:3: a quote opens here and never closes; the line was left out. Maybe double the quotes inside the cell."], files.Said());
        Assert.Equal("a.rejects.csv", Path.GetFileName(Assert.Single(files.RejectsFiles)));
    }

    [Theory]
    [InlineData("SELECT content FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM 'https://example.com/x.parquet'")]
    [InlineData("SELECT 1 AS id) ; COPY (SELECT 1) TO '/tmp/x'; SELECT * FROM (SELECT 1")]
    [InlineData("SELECT 1 AS id) ; SET enable_external_access = true; SELECT * FROM (SELECT 1")]
    [InlineData("SELECT 1 AS id) ; ATTACH '/tmp/y.db'; SELECT * FROM (SELECT 1")]
    [InlineData("SELECT getenv('HOME') AS id")]
    public void A_select_reaches_nothing_but_its_sources(string select)
    {
        folder.File("a.csv", "id\n1\n");
        using MarketFiles files = Mapped($$"""
            sources:
              a: { file: a.csv }
            tables:
              accounts:
                select: |
                  {{select}}
            """);

        Problem problem = Assert.Single(files.Problems.All);
        Assert.Equal(("import.bad-mapping", Severity.Error), (problem.Code, problem.Severity));
        Assert.Empty(files.All(Accounts.Table));
    }

    [Theory]
    [InlineData("sources: [", "m:2: this is not YAML")]
    [InlineData("sorces: {}", "m:1: there is no key \"sorces\" here. Known are about, sources, tables.")]
    [InlineData("sources:\n  a: { file: a.csv, seperator: x }\ntables:\n  accounts: { from: a, columns: { id: id } }", "m:2: there is no key \"seperator\" here.")]
    [InlineData("sources:\n  a: { file: ../a.csv }\ntables:\n  accounts: { from: a, columns: { id: id } }", "m:2: the source a needs a file: a name without folders.")]
    [InlineData("sources:\n  a: { file: a.csv, encoding: klingon }\ntables:\n  accounts: { from: a, columns: { id: id } }", "m:2: \"klingon\" is no encoding.")]
    [InlineData("sources:\n  a: { file: a.csv }\ntables:\n  customers: { from: a, columns: { id: id } }", "m:4: there is no table \"customers\". Known are products, reps,")]
    [InlineData("sources:\n  a: { file: a.csv }\ntables:\n  accounts: { from: b, columns: { id: id } }", "m:4: there is no source \"b\". Known are a.")]
    [InlineData("sources:\n  a: { file: a.csv }\ntables:\n  accounts: { from: a, select: x }", "m:4: accounts needs either select, or from and columns.")]
    [InlineData("sources:\n  a: { file: a.csv }\ntables:\n  accounts:\n    from: a\n    columns:\n      id: { colum: id }", "m:7: there is no key \"colum\" here.")]
    [InlineData("sources:\n  a: { file: a.csv }\ntables:\n  accounts: { from: a, dates: dmy, columns: { id: id } }", "m:4: there is no key \"dates\" here. Known are from, columns, select, mend.")]
    public void Mistakes_in_a_mapping_have_their_line(string text, string expected) =>
        Assert.Contains(MappingFile.Parse("m", text).Problems, problem => problem.In(Language.English).StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("from: a\n    columns:\n      id: no", "7: a.csv has no column \"no\". It has id, name.")]
    [InlineData("from: a\n    columns:\n      name: name", "5: accounts needs the column id.")]
    [InlineData("select: |\n      SELECT id,\n        nam AS name\n      FROM a", "7: the select fails: Binder Error: Referenced column \"nam\" not found")]
    [InlineData("select: SELEC id FROM a", "5: the select fails: Parser Error")]
    [InlineData("select: |\n      SELECT id, 1 / 0 + CAST(name AS INT) AS employees FROM a", "the select fails: Conversion Error")]
    [InlineData("select: |\n      SELECT name FROM a", "accounts needs the column id.")]
    public void Mistakes_that_show_against_the_files_have_their_line(string table, string expected)
    {
        folder.File("a.csv", "id,name\n1,Acme\n");
        using MarketFiles files = Mapped($"sources:\n  a: {{ file: a.csv }}\ntables:\n  accounts:\n    {table}\n");

        Assert.Contains(expected, Assert.Single(files.Said()), StringComparison.Ordinal);
        Assert.Empty(files.All(Accounts.Table));
    }

    [Fact]
    public void A_source_that_is_missing_and_a_mapping_that_is_missing_are_said()
    {
        using MarketFiles source = Mapped("sources:\n  a: { file: a.csv }\ntables:\n  accounts: { from: a, columns: { id: id } }\n");
        using MarketFiles mapping = folder.Open(new ImportOptions { Mapping = "salesfarce" });

        Assert.Contains("there is no file a.csv in", Assert.Single(source.Said()), StringComparison.Ordinal);
        Assert.Equal("salesfarce: there is no such mapping file. These come along: adventureworks, crm-pipeline, northwind.", Assert.Single(mapping.Said()));
    }

    [Theory]
    [InlineData("adventureworks")]
    [InlineData("northwind")]
    [InlineData("crm-pipeline")]
    public void The_mappings_that_come_along_are_well_written(string name) => Assert.Empty(MappingFile.Read(name).Problems);

    private MarketFiles Mapped(string text, string? rejects = null)
    {
        string mapping = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "mapping")).FullName, "m.yaml");
        File.WriteAllText(mapping, text);
        return folder.Open(new ImportOptions { Mapping = mapping, Rejects = rejects });
    }
}
