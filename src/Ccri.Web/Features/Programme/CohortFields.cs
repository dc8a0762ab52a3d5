using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>What one says of a cohort, whether it is new or not.</summary>
public abstract record CohortFields
{
    public string? Name { get; init; }
    public DateOnly? SelectedOn { get; init; }
    public string? EligibilityProgramme { get; init; }
    public string? Note { get; init; }

    public sealed class Validator : AbstractValidator<CohortFields>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Needed("Enter the name, for example Second cohort.").Line("The name", 100);
            RuleFor(c => c.EligibilityProgramme).Line("The programme", Eligibility.LongestProgramme);
            RuleFor(c => c.Note).Text("The note", 2000);
        }
    }

    /// <summary>Only a programme with a list of countries can decide who may take part.</summary>
    public async Task FillAsync(Cohort cohort, CcriDbContext db, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(EligibilityProgramme) && !await db.Eligibilities.AnyAsync(e => e.Programme == EligibilityProgramme, cancellationToken))
            throw Refusal.At(nameof(EligibilityProgramme), $"“{EligibilityProgramme}” has no list of countries. Choose one of the list.");
        cohort.Call(Name!);
        cohort.SelectOn(SelectedOn);
        cohort.Follow(EligibilityProgramme);
        cohort.Remark(Note);
    }
}
