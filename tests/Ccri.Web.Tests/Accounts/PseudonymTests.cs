using System.Text.Json;
using Ccri.Web.Data;

namespace Ccri.Web.Tests.Accounts;

public sealed class PseudonymTests
{
    private static readonly Pseudonym Of = new("Zoë Quillfeather-Øst", "zoe.q@example.org", "Former user 3f9a", "former-3f9a@invalid");

    [Theory]
    [InlineData("Call Zoë Quillfeather-Øst.", "Call Former user 3f9a.")]
    [InlineData("ZOË QUILLFEATHER-ØST’s idea", "Former user 3f9a’s idea")]
    [InlineData("Zoë  \n Quillfeather-Øst", "Former user 3f9a")]
    [InlineData("zoe quillfeather-ost", "Former user 3f9a")] // as folded for search
    [InlineData("mail Zoe.Q@example.org, today", "mail former-3f9a@invalid, today")]
    [InlineData("<zoe.q@example.org>.", "<former-3f9a@invalid>.")]
    [InlineData("?q=zoe.q%40example.org&p=2", "?q=former-3f9a@invalid&p=2")]
    public void A_name_and_an_address_are_replaced_however_they_are_spelled(string text, string expected)
    {
        Of.IsIn(text).ShouldBeTrue();
        Of.In(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Zoë Quillfeather-Østberg")]
    [InlineData("xzoe.q@example.org")]
    [InlineData("zoe.q@example.org.uk")]
    [InlineData("a.zoe.q@example.org")]
    [InlineData("Zoë")]
    public void Somebody_else_is_left_alone(string text)
    {
        Of.IsIn(text).ShouldBeFalse();
        Of.In(text).ShouldBe(text);
    }

    [Fact]
    public void Inside_JSON_it_is_found_behind_escapes()
    {
        var json = JsonSerializer.Serialize(new { Note = "“Zoë Quillfeather-Øst”\nZoë Quillfeather-Øst" });
        json.ShouldContain("\\u00D8");

        JsonSerializer.Deserialize<Dictionary<string, string>>(Of.In(json))!["Note"].ShouldBe("“Former user 3f9a”\nFormer user 3f9a");
    }

    [Fact]
    public void A_name_of_one_word_is_replaced_only_where_a_person_is_named()
    {
        var asker = new Pseudonym("Asker", "asker@example.org", "Former user 3f9a", "former-3f9a@invalid");

        asker.In("Asker is a municipality", isOfPerson: false).ShouldBe("Asker is a municipality");
        asker.In("asker", isOfPerson: true).ShouldBe("Former user 3f9a");
        asker.In("Write to asker@example.org").ShouldBe("Write to former-3f9a@invalid");
    }
}
