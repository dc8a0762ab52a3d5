using System.Reflection;
using Ccri.Web.Features.Organisations;
using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Territories;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Tests.Shared;

public sealed class ListColumnsTests
{
    [Fact]
    public void Every_column_can_be_sorted_by_and_every_way_to_sort_is_a_column()
    {
        TerritoryColumns.All.Select(c => c.Key).ShouldBe(Enum.GetNames<ListTerritories.SortBy>().Select(n => n.ToLowerInvariant()), ignoreOrder: true);
        OrganisationColumns.All.Select(c => c.Key).ShouldBe(Enum.GetNames<ListOrganisations.SortBy>().Select(n => n.ToLowerInvariant()), ignoreOrder: true);
    }

    [Fact]
    public void A_saved_view_knows_the_parameters_and_the_usual_columns_of_its_list()
    {
        foreach (var (list, filter) in ((FilteredList, Type)[])[(FilteredList.Territories, typeof(TerritoryFilter)), (FilteredList.Organisations, typeof(OrganisationFilter)), (FilteredList.Audit, typeof(AuditFilter))])
            list.Parameters.ShouldBe(filter.GetProperties().Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>().Where(n => n != "p"), ignoreOrder: true, list.Key);
        FilteredList.Territories.UsualColumns.ShouldBe(TerritoryColumns.All.Where(c => c.IsUsual).Select(c => c.Key));
        FilteredList.Organisations.UsualColumns.ShouldBe(OrganisationColumns.All.Where(c => c.IsUsual).Select(c => c.Key));
        FilteredList.All.Select(l => l.Key).ShouldBeUnique();
    }

    [Fact]
    public void Chosen_columns_keep_the_order_of_the_table_and_the_first_is_always_there()
    {
        Keys("nuts", "LEAD", "nonsense", null, "type").ShouldBe(["name", "type", "nuts", "lead"]);
        Keys("name").ShouldBe(["name"]);
        Keys().ShouldBe(FilteredList.Territories.UsualColumns);
        Keys("nonsense").ShouldBe(FilteredList.Territories.UsualColumns);
        TerritoryColumns.All.IsChosen([.. FilteredList.Territories.UsualColumns]).ShouldBeFalse("the usual columns are no choice");

        static IEnumerable<string> Keys(params string?[] chosen) => TerritoryColumns.All.Shown(chosen).Select(c => c.Key);
    }

    [Theory]
    [InlineData("?q=%C5%81%C3%B3d%C5%BA&p=3&tier=", "q=%C5%81%C3%B3d%C5%BA")]
    [InlineData("?sort=-name&tier=pilot&utm_source=mail&returnUrl=//evil.example", "tier=pilot&sort=-name")]
    [InlineData("columns=name&columns=nuts&columns=nuts", "columns=name&columns=nuts")]
    [InlineData("?columns=name&columns=status&columns=tier&columns=country&columns=lead&columns=groups&columns=population&columns=attention", "")]
    [InlineData("?q=a%00b&group=%0d%0aSet-Cookie", "group=Set-Cookie")]
    [InlineData("?Q=x", "q=x")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_view_is_kept_in_one_spelling_with_nothing_foreign_in_it(string? given, string kept)
    {
        FilteredList.Territories.Normalise(given).ShouldBe(kept);
        FilteredList.Territories.Normalise(kept).ShouldBe(kept);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unknown_values_come_last_either_way_and_letters_go_by_code(bool descending)
    {
        string?[] rows = ["b", null, "пловдив", "a", null, "lodz"];

        var sorted = rows.SortedBy(row => row, descending).ToList();
        sorted.Take(4).ShouldBe(descending ? ["пловдив", "lodz", "b", "a"] : ["a", "b", "lodz", "пловдив"]);
        sorted.Skip(4).ShouldAllBe(row => row == null);
    }
}
