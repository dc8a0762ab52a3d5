using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>The indicators that can be followed, with the framework that defines each: by framework, as it numbers them.</summary>
public static class ListDefinitions
{
    /// <param name="Q">Part of the name, the code or the notes; accents do not matter.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Q = null, string? Framework = null, IndicatorLevel? Level = null) : IRequest<Answer>;

    /// <param name="Frameworks">All there are, whatever is asked for.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, IReadOnlyList<string> Frameworks);

    public sealed record Row(string Code, string Name, string Framework, string? Version, IndicatorLevel Level, string Unit, Direction Direction, Aggregation Aggregation, string? DataYears, string? Notes)
    {
        public SourceLine? Source { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
    }

    /// <summary>All are read: the frameworks hold some dozens together.</summary>
    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = await (from i in db.Indicators
                             join n in db.FactNotes.Where(n => n.Field == "") on i.Id equals n.SubjectId into notes
                             from note in notes.DefaultIfEmpty()
                             orderby i.Framework, i.Code
                             select new { Indicator = i, Note = note }).AsNoTracking().ToListAsync(cancellationToken);
            var asked = Folding.ForSearch((request.Q ?? "").Trim());
            var rows = from row in all
                       let i = row.Indicator
                       where request.Level is null || i.Level == request.Level
                       where string.IsNullOrEmpty(request.Framework) || i.Framework == request.Framework
                       where Folding.ForSearch($"{i.Name}\n{i.Code}\n{i.Notes}").Contains(asked, StringComparison.Ordinal)
                       orderby Folding.ForSearch(i.Framework), i.Code
                       select new Row(i.Code, i.Name, i.Framework, i.FrameworkVersion, i.Level, i.Unit, i.Direction, i.Aggregation, i.DataYears, i.Notes) { Source = SourceLine.Of(row.Note, calendar) };
            return new Answer([.. rows], [.. all.Select(a => a.Indicator.Framework).Distinct()]);
        }
    }
}
