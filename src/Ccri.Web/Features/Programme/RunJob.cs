using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Ccri.Web.Work;
using MediatR;

namespace Ccri.Web.Features.Programme;

/// <summary>Runs a job now, in its own name and with a row of its run, as the clock would.</summary>
public static class RunJob
{
    [Allow(Role.Coordinator)]
    public sealed record Command(string Name) : IRequest<Answer>;

    public sealed record Answer(bool Succeeded, string? Note);

    public sealed class Handler(ScheduledRuns runs, IConfiguration configuration) : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command request, CancellationToken cancellationToken)
        {
            var scheduled = Schedule.Table.FirstOrDefault(s => s.Name == request.Name);
            var work = Schedule.Workers.FirstOrDefault(w => w.Name == request.Name && w.IsHere(configuration));
            Func<IMediator, CancellationToken, Task<JobDone>> send = scheduled is not null ? scheduled.SendAsync : work is not null ? work.SendAsync : throw new NotFoundException("Job", request.Name);
            var run = await runs.RunAsync(request.Name, send, CancellationToken.None); // whoever asked may go away; what began is brought to its end
            return new Answer(run.Succeeded, run.Note);
        }
    }
}
