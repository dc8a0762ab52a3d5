namespace Ccri.Domain.Plans;

/// <summary>What one project costs and who pays, in cents of euro; empty is not known.</summary>
/// <param name="Capex">What it costs to build.</param>
/// <param name="Preparation">What it costs to prepare.</param>
public sealed record ProjectMoney(Guid ProjectId, long? Capex, long? Preparation, IReadOnlyList<LineMoney> Lines)
{
    /// <summary>Each amount converted at the rate that stands at it.</summary>
    public static ProjectMoney Of(InvestmentProject project, IEnumerable<FundingLine> lines) =>
        new(project.Id, Money.InEuro(project.Capex, project.Currency, project.Rate), Money.InEuro(project.Preparation, project.Currency, project.Rate),
            [.. lines.Select(l => new LineMoney(Money.InEuro(l.Amount, l.Currency, l.Rate), l.Status, l.Source, l.IsPrivate))]);
}

/// <summary>One funding line, in cents of euro; empty is not known.</summary>
public sealed record LineMoney(long? Amount, FundingStatus Status, FundingSource Source, bool IsPrivate);

/// <summary>A sum that says how many of its parts it had to leave out, because they are not known.</summary>
/// <param name="Cents">Of euro, over the parts that are known.</param>
public readonly record struct Sum(long Cents, int Counted, int LeftOut)
{
    public static Sum Of(IEnumerable<long?> parts)
    {
        var (cents, counted, leftOut) = (0L, 0, 0);
        foreach (var part in parts)
        {
            if (part is { } known)
                (cents, counted) = (checked(cents + known), counted + 1);
            else
                leftOut++;
        }
        return new Sum(cents, counted, leftOut);
    }

    /// <summary>Whether anything is known of it: a sum of nothing but unknown parts is not known, not 0.</summary>
    public bool IsKnown => Counted > 0 || LeftOut == 0;
}

/// <summary>
/// The money of one project or of a whole plan. Secured is what is contracted or paid out; the gap is what it takes to prepare and
/// build less what is secured. Source: domain.md 5.4; decision 16.
/// </summary>
/// <remarks>
/// Of a plan, gap and surplus are the sums over its projects: the surplus of one does not pay for another. Where a secured amount of
/// a project is not known, neither its gap nor its surplus is.
/// </remarks>
public sealed record Funding
{
    /// <summary>What it takes to build and to prepare; of a project empty unless both are known.</summary>
    public required Sum Needed { get; init; }
    public required Sum Secured { get; init; }

    /// <summary>Applied for or approved, not yet contracted.</summary>
    public required Sum Pending { get; init; }

    /// <summary>Still to be found; never negative.</summary>
    public required Sum Gap { get; init; }

    /// <summary>Secured beyond what is needed; never negative. Of one project never above 0 together with the gap.</summary>
    public required Sum Surplus { get; init; }

    /// <summary>Secured private money.</summary>
    public required Sum Private { get; init; }

    /// <summary>Secured money from the budget of the Union.</summary>
    public required Sum Union { get; init; }

    /// <summary>The part of the secured money that is private, 0 to 1; empty while nothing is secured.</summary>
    public decimal? PrivateShare => Secured.Cents > 0 ? (decimal)Private.Cents / Secured.Cents : null;

    /// <summary>Secured money from elsewhere for each euro of the Union; empty while the Union secures none.</summary>
    public decimal? Leverage => Union.Cents > 0 ? (decimal)(Secured.Cents - Union.Cents) / Union.Cents : null;

    public static Funding Of(ProjectMoney project)
    {
        var secured = Lines(project, line => FundingLine.IsSecured(line.Status));
        var needed = project.Capex + project.Preparation; // empty when one of them is
        var open = secured.LeftOut > 0 ? null : needed - secured.Cents;
        return new Funding
        {
            Needed = Sum.Of([needed]),
            Secured = secured,
            Pending = Lines(project, line => FundingLine.IsPending(line.Status)),
            Gap = Sum.Of([open is null ? null : Math.Max(0, open.Value)]),
            Surplus = Sum.Of([open is null ? null : Math.Max(0, -open.Value)]),
            Private = Lines(project, line => FundingLine.IsSecured(line.Status) && line.IsPrivate),
            Union = Lines(project, line => FundingLine.IsSecured(line.Status) && FundingLine.IsOfTheUnion(line.Source)),
        };
    }

    /// <summary>Of a plan: each figure is the sum of the projects' figures, so that the rows of a table add up to its foot.</summary>
    public static Funding Of(IEnumerable<ProjectMoney> projects)
    {
        var each = projects.Select(Of).ToList();
        return new Funding
        {
            Needed = Total(each, f => f.Needed),
            Secured = Total(each, f => f.Secured),
            Pending = Total(each, f => f.Pending),
            Gap = Total(each, f => f.Gap),
            Surplus = Total(each, f => f.Surplus),
            Private = Total(each, f => f.Private),
            Union = Total(each, f => f.Union),
        };
    }

    /// <summary>The part of what is needed that is covered already, is in talks, and is still to be found; the three add up to what is needed.</summary>
    /// <remarks>Only over projects whose gap is known, and without what they have beyond their need: other figures would not fit on one bar.</remarks>
    public static Coverage Cover(IEnumerable<ProjectMoney> projects)
    {
        var known = projects.Select(Of).Where(f => f.Gap.LeftOut == 0).ToList();
        var (needed, gap) = (known.Sum(f => f.Needed.Cents), known.Sum(f => f.Gap.Cents));
        var inTalks = known.Sum(f => Math.Min(f.Pending.Cents, f.Gap.Cents));
        return new Coverage(needed, needed - gap, inTalks, gap - inTalks, known.Count);
    }

    private static Sum Lines(ProjectMoney project, Func<LineMoney, bool> which) => Sum.Of(project.Lines.Where(which).Select(line => line.Amount));

    private static Sum Total(IEnumerable<Funding> each, Func<Funding, Sum> of) =>
        each.Select(of).Aggregate(new Sum(), (total, part) => new Sum(checked(total.Cents + part.Cents), total.Counted + part.Counted, total.LeftOut + part.LeftOut));
}

/// <summary>What some projects need, in cents of euro, cut into three parts.</summary>
/// <param name="Secured">Of what is needed: less than <see cref="Funding.Secured"/> where a project has more than it needs.</param>
/// <param name="InTalks">Applied for or approved, up to the gap.</param>
/// <param name="Projects">How many could be counted.</param>
public sealed record Coverage(long Needed, long Secured, long InTalks, long Rest, int Projects);
