using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>One issued file. Somebody else's does not exist for who may not see it.</summary>
public static class GetFile
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code, string Name) : IRequest<Answer>;

    public sealed record Answer(string Name, byte[] Pdf, string Sha256);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.PeriodHeadAsync(request.Code, cancellationToken);
            var file = await access.VisibleFiles(db).Where(f => f.PeriodId == period.Id && f.Name == request.Name)
                .Select(f => new { f.Name, f.State, f.Pdf, f.Sha256 }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("File", request.Name);
            return file.State == FileState.Made ? new Answer(file.Name, file.Pdf!, file.Sha256!) : throw new NotWorkingException($"{file.Name} is not made yet. The page of files shows how far it is.");
        }
    }
}
