using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Changes what is said of a working group as a whole; its code stays, because it is part of addresses.</summary>
public static class EditGroup
{
    public const int LongestTopics = 2000, LongestNotes = 2000, EarliestReport = 2022, LatestReport = 2100;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Command>;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public string? Code { get; init; }
        public Guid Version { get; init; }
        public string? Name { get; init; }

        /// <summary>One on each line.</summary>
        public string? Topics { get; init; }

        /// <summary>The year.</summary>
        public int? ReportDue { get; init; }
        public string? Notes { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Needed("Enter the name, for example Circular Bioeconomy.").Line("The name", 120);
            RuleFor(c => c.Topics).Text("The list of topics", LongestTopics);
            RuleFor(c => c.ReportDue).InclusiveBetween(EarliestReport, LatestReport).WithMessage($"The year of the report should lie between {EarliestReport} and {LatestReport}, such as 2027.");
            RuleFor(c => c.Notes).Text("The notes", LongestNotes);
            Include(new SourceOfChangeValidator());
        }
    }

    public sealed class Reader(CcriDbContext db, GroupAccess groups) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            return new Command { Code = group.Code, Version = group.Version, Name = group.Name, Topics = string.Join('\n', group.Topics), ReportDue = group.ReportDue, Notes = group.Notes };
        }
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            db.ExpectVersion(group, request.Version);
            var topics = (request.Topics ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
            var before = (group.Name, string.Join('\n', group.Topics), group.ReportDue);
            group.Call(request.Name!);
            if (!topics.SequenceEqual(group.Topics))
                group.WorkOn(topics);
            group.OweReportIn(request.ReportDue);
            group.Remark(request.Notes);
            var isChanged = before != (group.Name, string.Join('\n', topics), group.ReportDue);
            await db.CiteKnownAsync(group.Id, isChanged, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(group); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>Insists on a source for what is shown with one; what the group made up by itself needs none.</summary>
    public static async Task CiteKnownAsync(this CcriDbContext db, Guid row, bool isChanged, SourceOfChange source, Guid? personId, DateTime now, CancellationToken cancellationToken) =>
        await db.CiteRowAsync(row, null, isChanged && await db.FactNotes.AnyAsync(n => n.SubjectId == row && n.Field == "", cancellationToken), source, personId, now, cancellationToken);
}
