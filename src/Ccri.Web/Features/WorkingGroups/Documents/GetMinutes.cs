using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>The minutes of a session that the user may read, worded, with the facts they were made from.</summary>
public static class GetMinutes
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="FileName">Of the PDF.</param>
    /// <param name="Facts">Canonical JSON; travels inside the PDF.</param>
    public sealed record Answer(Guid Id, string Topic, string FileName, PrintableReport Report, byte[] Facts);

    public sealed class Handler(CcriDbContext db, SessionReader sessions, HeldDemonstration demonstration, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var session = await sessions.FindAsync(request.Id, cancellationToken);
            var corrections = await db.MinutesVersions.Where(v => v.SessionId == session.Id).OrderBy(v => v.Number).Select(v => new Correction(v.Reason, v.At)).ToListAsync(cancellationToken);
            var (report, notice) = (MinutesReport.Of(session, corrections, calendar), await demonstration.NoticeAsync());
            var printable = PrintableReport.From(report with { Meta = report.Meta with { Notice = notice } });
            var name = FormattableString.Invariant($"minutes-{session.Time.On:yyyy-MM-dd}-{(session.GroupCode ?? session.Kind.ToString()).ToLowerInvariant()}.pdf");
            return new Answer(session.Id, session.Topic, name, printable, CanonicalJson.Of(MinutesFacts.Of(session, corrections, notice)));
        }
    }
}
