using Ccri.Domain.Accounts;
using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>What the lead writes into a section of the group's report. It stays when the items change.</summary>
public static class WriteGroupReport
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code, string Section) : IRequest<Answer>;

    /// <param name="Items">Of the section, in the order of their sessions.</param>
    public sealed record Answer(Command Form, string Name, IReadOnlyList<ItemRow> Items);

    /// <param name="LeftOut">Why it is not in the report; empty when it is.</param>
    public sealed record ItemRow(Guid Id, ItemKind Kind, string Text, FactorDimension? Dimension, DateOnly On, string Topic, string? LeftOut);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";

        /// <summary>As it is called in the address.</summary>
        public string Section { get; init; } = "";

        /// <summary>Empty while nothing was written.</summary>
        public Guid Version { get; init; }
        public string? Text { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).Text("The text", GroupReportText.LongestText);
    }

    public sealed class Reader(CcriDbContext db, GroupAccess groups) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (group, section) = (await db.LedGroupAsync(groups, request.Code, cancellationToken), Find(request.Section));
            var text = await db.GroupReportTexts.AsNoTracking().SingleOrDefaultAsync(t => t.WorkingGroupId == group.Id && t.Section == section, cancellationToken);
            var kinds = ReportSections.Kinds(section);
            var sessions = db.Sessions.Where(s => s.WorkingGroupId == group.Id);
            var items = await (from i in db.SessionItems.Where(i => kinds.Contains(i.Kind))
                               join s in sessions on i.SessionId equals s.Id
                               orderby s.StartsAt, s.Id, i.Number
                               select new ItemRow(i.Id, i.Kind, i.Text, i.Dimension, s.On, s.Topic, i.LeftOutReason)).ToListAsync(cancellationToken);
            return new Answer(new Command { Code = group.Code, Section = request.Section, Version = text?.Version ?? Guid.Empty, Text = text?.Text }, group.Name, items);
        }
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var (group, section) = (await db.LedGroupAsync(groups, request.Code, cancellationToken), Find(request.Section));
            var text = await db.GroupReportTexts.SingleOrDefaultAsync(t => t.WorkingGroupId == group.Id && t.Section == section, cancellationToken);
            if (text is null)
                text = db.GroupReportTexts.Add(new GroupReportText(group.Id, section)).Entity;
            else
                db.ExpectVersion(text, request.Version);
            text.Write(request.Text, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    private static GroupReportSection Find(string slug) => ReportSections.Find(slug) ?? throw new NotFoundException("Section", slug);
}
