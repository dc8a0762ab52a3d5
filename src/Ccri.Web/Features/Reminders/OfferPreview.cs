using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>What a preview can be of, and what it is of. Only a coordinator chooses; everybody else sees the own reminders.</summary>
public static class OfferPreview
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid? RuleId = null, Guid? PersonId = null, Guid? TerritoryId = null) : IRequest<Answer>;

    /// <param name="Rule">That was asked for; empty for all that are on.</param>
    /// <param name="Person">The name of who was asked for.</param>
    public sealed record Answer(IReadOnlyList<NamedChoice> Rules, IReadOnlyList<NamedChoice> People, IReadOnlyList<NamedChoice> Territories, ChosenRule? Rule, string? Person, string? Territory);

    /// <inheritdoc cref="ListReminderRules.Row"/>
    public sealed record ChosenRule(Guid Id, Guid Version, ReminderKind Kind, string Name, string Days, string Who, string? Escalation, DateOnly? OnSince);

    public sealed class Handler(CcriDbContext db, CurrentUser user, ReminderRecipients recipients) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!user.IsSystem && !user.Has(Role.Coordinator))
                return new Answer([], [], [], null, null, null);
            var rules = await db.ReminderRules.AsNoTracking().OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            var people = await recipients.ReadAsync(null, cancellationToken);
            var territories = await db.Territories.OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new NamedChoice(t.Id, t.Name)).ToListAsync(cancellationToken);
            var rule = request.RuleId is not { } id ? null : rules.Find(r => r.Id == id) ?? throw new NotFoundException("Rule", id);
            return new Answer([.. rules.Select(r => new NamedChoice(r.Id, r.Name))], people, territories,
                rule is null ? null : new ChosenRule(rule.Id, rule.Version, rule.Kind, rule.Name, RuleDays.InWords(rule), RuleWords.Of(rule.Audience), RuleWords.Escalation(rule), rule.OnSince),
                people.FirstOrDefault(p => p.Id == request.PersonId)?.Name, territories.Find(t => t.Id == request.TerritoryId)?.Name);
        }
    }
}
