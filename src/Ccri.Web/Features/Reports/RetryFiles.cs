using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Has the files that could not be made tried again.</summary>
public static class RetryFiles
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(string Code, int Revision) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            access.RequireOffice(null);
            var period = await db.PeriodHeadAsync(request.Code, cancellationToken);
            var run = await db.ReportRuns.SingleOrDefaultAsync(r => r.PeriodId == period.Id && r.Revision == request.Revision, cancellationToken)
                ?? throw new NotFoundException("Revision", $"{request.Revision} of {period.Code}");
            var failed = await db.IssuedFiles.Where(f => f.PeriodId == period.Id && f.Revision == request.Revision && f.State == FileState.Failed).ToListAsync(cancellationToken);
            foreach (var file in failed)
                file.TryAgain();
            if (failed.Count > 0 || await db.IssuedFiles.AnyAsync(f => f.PeriodId == period.Id && f.Revision == request.Revision && f.State == FileState.Waiting, cancellationToken))
                run.Resume();
            await db.SaveChangesAsync(cancellationToken);
            return failed.Count;
        }
    }
}
