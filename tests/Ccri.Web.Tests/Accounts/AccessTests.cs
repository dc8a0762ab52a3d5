using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Features.Territories;
using Ccri.Web.Pipeline;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Accounts;

public abstract class AccessTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public void Every_message_has_an_example()
    {
        var messages = PipelineRegistration.Messages().ToList();
        messages.Count.ShouldBeGreaterThan(10);

        messages.Except(Messages.Examples.Select(e => e.Message.GetType())).ShouldBeEmpty("Add an example, with who may send it, to Messages.cs.");
    }

    [Fact]
    public async Task Each_role_may_send_what_it_should_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var example in Messages.Examples)
        {
            foreach (var role in Enum.GetValues<Role>().Select(r => (Role?)r).Append(null))
            {
                var expected = example.Everybody || role is { } known && example.Allowed.Contains(known);
                var answer = await TryAsync(example.Message, role);
                if (answer is null or not (NotAllowedException or NotSignedInException) != expected)
                    wrong.Add($"{example.Message.GetType().DeclaringType?.Name} as {role?.ToString() ?? "nobody"}: {(expected ? "should" : "should not")} be let through, was {answer?.GetType().Name ?? "let through"}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_signed_in_is_asked_to_sign_in_and_a_wrong_role_is_told_who_can_help()
    {
        (await TryAsync(new ListTerritories.Query(), null)).ShouldBeOfType<NotSignedInException>();
        (await TryAsync(new Ccri.Web.Features.Accounts.ListPersons.Query(), Role.Desk)).ShouldBeOfType<NotAllowedException>().Message.ShouldContain("coordinator");
    }

    [Theory]
    [InlineData("uppsala")]
    [InlineData("fellow-to-be-named-1")]
    public async Task A_territory_contact_reads_the_own_territory_and_no_other(string other)
    {
        foreach (var message in (Func<string, IBaseRequest>[])[slug => new GetTerritory.Query(slug), slug => new GetTerritorySheet.Query(slug), slug => new RenderTerritorySheets.Query(slug)])
        {
            (await TryAsync(message(Messages.Own), Role.Territory)).ShouldBeNull();
            (await TryAsync(message(other), Role.Territory)).ShouldBeOfType<NotAllowedException>();
        }
    }

    [Fact]
    public async Task Who_may_edit_a_territory_follows_role_and_scope()
    {
        var (own, other) = (await IdAsync(Messages.Own), await IdAsync("uppsala"));

        CanEdit(new ScopedRole(Role.Coordinator, null, null), own).ShouldBeTrue();
        CanEdit(new ScopedRole(Role.Officer, null, null), own).ShouldBeTrue();
        CanEdit(new ScopedRole(Role.Officer, own, null), own).ShouldBeTrue();
        CanEdit(new ScopedRole(Role.Officer, other, null), own).ShouldBeFalse();
        CanEdit(new ScopedRole(Role.Territory, own, null), own).ShouldBeTrue();
        CanEdit(new ScopedRole(Role.Territory, other, null), own).ShouldBeFalse();
        CanEdit(new ScopedRole(Role.Lead, null, null), own).ShouldBeFalse();
        CanEdit(new ScopedRole(Role.Desk, null, null), own).ShouldBeFalse();
    }

    private async Task<Exception?> TryAsync(IBaseRequest message, Role? role)
    {
        await using var scope = App.ScopeAs(role, role == Role.Territory ? await IdAsync(Messages.Own) : null);
        try
        {
            await SendAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), message);
            return null;
        }
        catch (Exception refusal) when (refusal is NotAllowedException or NotSignedInException or NotFoundException or RuleViolationException or ValidationException or DbUpdateException)
        {
            return refusal;
        }
    }

    /// <summary>MediatR 5.1.0 sends only what it knows the answer's type of.</summary>
    internal static Task SendAsync(IMediator mediator, IBaseRequest message)
    {
        var answer = message.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0];
        return (Task)typeof(IMediator).GetMethod(nameof(IMediator.Send))!.MakeGenericMethod(answer).Invoke(mediator, [message, Cancellation])!;
    }

    private static bool CanEdit(ScopedRole role, Guid territoryId)
    {
        var user = new CurrentUser();
        user.ActAs(Guid.CreateVersion7(), "Test", [role]);
        try
        {
            new Access(user).RequireEdit(territoryId);
            return true;
        }
        catch (NotAllowedException)
        {
            return false;
        }
    }

    private Task<Guid> IdAsync(string slug) => App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(Cancellation));
}

public sealed class AccessOnSqlite(SqliteApp app) : AccessTests(app), IClassFixture<SqliteApp>;

public sealed class AccessOnPostgres(PostgresApp app) : AccessTests(app), IClassFixture<PostgresApp>;
