using Ccri.Web.Features.Programme.Loading;

namespace Ccri.Web.Tests.Programme;

/// <summary>Each fault of a file is told once, with the row that a spreadsheet shows.</summary>
public abstract class LoadFaultsTests(CcriApp app) : BothDatabases(app)
{
    private const string Header = "key,name,acronym,country,confidence,source_url,notes\n";

    [Theory]
    [InlineData("key,name,acronym,country,confidence,notes\nx,X,,BE,high,\n", "row 1, column source_url, value “”: The column is missing.")]
    [InlineData("", "row 1, column (header), value “”: The file is empty. The first row should name the columns.")]
    [InlineData("\n\n", "row 1, column (header), value “”: The file is empty. The first row should name the columns.")]
    [InlineData(Header + "x,X,,BE\n", "row 2, column (whole row), value “x”: The row has 4 values, the header 7 columns.")]
    [InlineData(Header + "x,X,,BE,high,https://example.org,\nx,Y,,BE,high,https://example.org,\n", "row 3, column key, value “x”: The same key stands in an earlier row.")]
    [InlineData(Header + "x,OVAM,,BE,high,https://example.org,\n", "row 2, column name, value “OVAM”: Another one has the same name already.")]
    [InlineData(Header + "x,A new one,,BE,high,https://example.org,\ny,A new one,,BE,high,https://example.org,\n", "row 3, column name, value “A new one”: Another one has the same name already.")]
    [InlineData(Header + "one,One,,BE,high,https://example.org,\"two\nlines\"\n\nthree,,,BE,high,https://example.org,\n", "row 4, column name, value “”: This is needed.")]
    [InlineData(Header + "x,\"A \"new one,,BE,high,https://example.org,\n", "row 2, column (whole row), value “”: A quotation mark stands where it cannot. Put the value in quotation marks and double those inside.")]
    public async Task A_fault_is_named_precisely_and_alone(string text, string fault)
    {
        var refused = await Should.ThrowAsync<LoadRefusedException>(() => App.SendAsync(new LoadRegister.Command([new("organisations.csv", text)])));

        refused.Faults.Single().ToString().ShouldBe($"organisations.csv, {fault}");
    }

    [Fact]
    public async Task A_network_whose_code_another_has_is_a_fault_and_no_crash() =>
        (await Should.ThrowAsync<LoadRefusedException>(() => App.SendAsync(new LoadRegister.Command([new("networks.csv", "key,code,name,kind,country,note,source_url\nx,ACR+,Another,network,,,https://example.org\n")]))))
            .Faults.Single().ToString().ShouldBe("networks.csv, row 2, column code, value “ACR+”: Another one has the same code already.");
}

public sealed class LoadFaultsOnSqlite(SqliteApp app) : LoadFaultsTests(app), IClassFixture<SqliteApp>;

public sealed class LoadFaultsOnPostgres(PostgresApp app) : LoadFaultsTests(app), IClassFixture<PostgresApp>;
