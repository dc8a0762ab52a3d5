using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>What stands in an investment plan: its projects by stage, what they need, what is secured and what is missing.</summary>
public static class GetInvestmentPlan
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(string Code);

    public sealed class Handler : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(new Answer(request.Code));
    }
}
