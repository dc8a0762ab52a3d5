using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A project in a list, with what it needs and who pays, in cents of euro.</summary>
/// <param name="Currency">What its costs are given in.</param>
public sealed record ProjectRow(Guid Id, string Number, string Name, ProjectStage Stage, DateOnly? NextGate, string? Sector, string? Promoter, string Currency, decimal? Rate, DateOnly? RateOn,
    long? Capex, long? Preparation, string? SolutionCode, string? Solution, bool IsConfidential)
{
    /// <summary>Its amounts are not for who asks, so that none is here.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Empty of what was stopped.</summary>
    public Rag? Rag { get; init; }

    public IReadOnlyList<LineAmount> Lines { get; init; } = [];

    public ProjectMoney Money => new(Id, Domain.Plans.Money.InEuro(Capex, Currency, Rate), Domain.Plans.Money.InEuro(Preparation, Currency, Rate),
        [.. Lines.Select(line => new LineMoney(Domain.Plans.Money.InEuro(line.Amount, line.Currency, line.Rate), line.Status, line.Source, line.IsPrivate))]);

    /// <summary>Its figures; empty where they are withheld.</summary>
    public Funding? Funding => IsWithheld ? null : Domain.Plans.Funding.Of(Money);

    /// <summary>The currencies of amounts that are known, but not in euro, because their rate is not.</summary>
    public IEnumerable<string> WithoutRate => Lines.Where(line => line.Amount is not null && line.Currency != Domain.Plans.Money.Euro && line.Rate is null).Select(line => line.Currency)
        .Concat((Capex ?? Preparation) is not null && Currency != Domain.Plans.Money.Euro && Rate is null ? [Currency] : []).Distinct();

    public int DaysLate(DateOnly today) => InvestmentProject.DaysLate(Stage, NextGate, today);

    /// <summary>The day of its next decision while one is awaited, so that late ones come first.</summary>
    public DateOnly? Awaited => Stage is ProjectStage.Operating or ProjectStage.Stopped ? null : NextGate;
}

/// <summary>What of a funding line counts in sums.</summary>
public sealed record LineAmount(Guid ProjectId, long? Amount, string Currency, decimal? Rate, FundingStatus Status, FundingSource Source, bool IsPrivate);

public static class ProjectRows
{
    public static IEnumerable<ProjectRow> WithStatuses(this IEnumerable<ProjectRow> rows, StatusBook book) => rows.Select(row => row with { Rag = book.Of(row.Id)?.Status });

    /// <summary>All projects of a plan in two queries, however many there are: by number, as people count.</summary>
    /// <param name="seesAmounts">Of confidential projects.</param>
    public static async Task<IReadOnlyList<ProjectRow>> ProjectsOf(this CcriDbContext db, Guid planId, bool seesAmounts, CancellationToken cancellationToken)
    {
        var projects = await (from p in db.InvestmentProjects
                              where p.PlanId == planId
                              join s in db.Solutions on p.SolutionId equals s.Id into solutions
                              from solution in solutions.DefaultIfEmpty()
                              orderby p.Number, p.Id
                              select new ProjectRow(p.Id, p.Number, p.Name, p.Stage, p.NextGate, p.Sector, p.Promoter, p.Currency, p.Rate, p.RateOn,
                                  seesAmounts || !p.IsConfidential ? p.Capex : null, seesAmounts || !p.IsConfidential ? p.Preparation : null, solution!.Code, solution.Title, p.IsConfidential))
            .ToListAsync(cancellationToken);
        var lines = await (from l in db.FundingLines
                           where l.PlanId == planId
                           join p in db.InvestmentProjects on l.ProjectId equals p.Id
                           where seesAmounts || !p.IsConfidential
                           orderby l.Id
                           select new LineAmount(l.ProjectId, l.Amount, l.Currency, l.Rate, l.Status, l.Source, l.IsPrivate)).ToListAsync(cancellationToken);
        var linesOf = lines.ToLookup(line => line.ProjectId);
        return [.. projects.Select(p => p with { IsWithheld = p.IsConfidential && !seesAmounts, Lines = [.. linesOf[p.Id]] })
            .OrderBy(p => PlanNumber.Key(p.Number), StringComparer.Ordinal)];
    }
}
