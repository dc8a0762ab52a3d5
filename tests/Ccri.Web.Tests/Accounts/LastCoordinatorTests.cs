using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Accounts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Accounts;

/// <summary>One test in a database of its own, where nobody else is a coordinator: another test beside it would leave one behind.</summary>
public sealed class LastCoordinatorTests(EmptySqliteApp app) : IClassFixture<EmptySqliteApp>
{
    private DateOnly Today => app.Services.GetRequiredService<ProgrammeCalendar>().Today;

    [Fact]
    public async Task The_last_coordinator_is_neither_disabled_nor_erased_nor_without_the_role()
    {
        var first = (await app.SendAsSystemAsync(new AddPerson.Command("first@example.org", "First One", Role.Coordinator, null))).PersonId;
        var role = (await app.SendAsync(new GetPerson.Query(first))).Roles.Single();
        var tomorrow = Today.AddDays(2);
        const string sentence = "first@example.org is the last coordinator: nobody could give roles any more. Make somebody else a coordinator first.";

        foreach (var refused in (Func<Task>[])
        [
            () => app.SendAsync(new DisablePerson.Command("first@example.org")),
            () => app.SendAsync(new ErasePerson.Command("first@example.org", "first@example.org")),
            () => app.SendAsync(new ChangeRoleDays.Command(first, role.Id, null, tomorrow, role.Version)),
            () => app.SendAsync(new ChangeRoleDays.Command(first, role.Id, tomorrow, null, role.Version)),
        ])
        {
            (await Should.ThrowAsync<RuleViolationException>(refused)).Message.ShouldBe(sentence);
        }

        var second = (await app.SendAsSystemAsync(new AddPerson.Command("second@example.org", "Second One", Role.Coordinator, null))).PersonId;
        await app.SendAsync(new HandOver.Command(second, first, [(await app.SendAsync(new GetPerson.Query(second))).Roles.Single().Id]));
        (await Should.ThrowAsync<RuleViolationException>(() => app.SendAsync(new DisablePerson.Command("first@example.org")))).Message.ShouldBe(sentence, "the second handed it back");
        await app.SendAsync(new HandOver.Command(first, second, [role.Id]));
        await app.SendAsync(new DisablePerson.Command("first@example.org"));
    }
}
