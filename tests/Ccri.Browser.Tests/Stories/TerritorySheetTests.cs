using System.Text;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class TerritorySheetTests(Theatre theatre)
{
    [Fact]
    public async Task A_territory_is_found_opened_and_taken_along_as_a_PDF_of_its_name()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        var territory = await (await TerritoriesPage.OpenAsync(window)).ChooseAsync("Asker");
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Asker");

        var download = await territory.DownloadSheetAsync();
        download.Name.ShouldMatch(@"asker.*\.pdf$");
        Encoding.ASCII.GetString(download.Bytes.AsSpan(0, 5)).ShouldBe("%PDF-");
    }

    [Fact]
    public async Task The_same_sheet_can_be_read_as_a_page()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        await window.GoAsync("/territories/asker");
        await new TerritoryPage(window.Page).ReadSheetAsync();

        await window.Page.WaitForURLAsync("**/territories/asker/sheet");
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("Asker");
        window.Complaints.ShouldBeEmpty();
    }
}
