using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>What one says of a solution, whether it is new or not.</summary>
public abstract record SolutionFields : SourceOfChange
{
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Objectives { get; init; }

    /// <summary>One on each line.</summary>
    public string? Sectors { get; init; }

    /// <inheritdoc cref="Sectors"/>
    public string? ValueChains { get; init; }

    /// <summary>The code of the action plan it belongs to.</summary>
    public string? Plan { get; init; }

    private static List<string> Lines(string? text) => [.. (text ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    public sealed class Validator : AbstractValidator<SolutionFields>
    {
        public Validator()
        {
            RuleFor(s => s.Title).Cascade(CascadeMode.Stop).Needed("Enter the title of the solution.").Line("The title", Solution.LongestTitle);
            RuleFor(s => s.Description).Text("The description", Solution.LongestText);
            RuleFor(s => s.Objectives).Text("The objectives", Solution.LongestText);
            RuleFor(s => s.Sectors).Must(IsShort).WithMessage("Give at most 30 sectors of at most 100 characters, one on each line.");
            RuleFor(s => s.ValueChains).Must(IsShort).WithMessage("Give at most 30 value chains of at most 100 characters, one on each line.");
            Include(new SourceOfChangeValidator());
        }

        private static bool IsShort(string? text) => Lines(text) is { Count: <= 30 } lines && lines.TrueForAll(line => line.Length <= 100);
    }

    /// <summary>What is shown with the source of the solution.</summary>
    public static string Cited(Solution solution) =>
        string.Join('\u001f', [solution.Title, solution.Description, solution.Objectives, .. solution.Sectors, "", .. solution.ValueChains]);

    public async Task FillAsync(Solution solution, CcriDbContext db, CancellationToken cancellationToken)
    {
        solution.Call(Title!);
        solution.Describe(Description);
        solution.Aim(Objectives);
        if (!Lines(Sectors).SequenceEqual(solution.Sectors))
            solution.WorkIn(Lines(Sectors));
        if (!Lines(ValueChains).SequenceEqual(solution.ValueChains))
            solution.Span(Lines(ValueChains));
        Plan? plan = null;
        if (!string.IsNullOrEmpty(Plan))
            plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Code == Plan, cancellationToken) ?? throw Refusal.At(nameof(Plan), "There is no such plan. Choose one of the list.");
        Refusal.Try(nameof(Plan), () => solution.BelongTo(plan));
    }
}
