using Ccri.Domain.Organisations;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What one says of a plan as a whole, whether it is new or not.</summary>
public abstract record PlanFields : SourceOfChange
{
    public string? Title { get; init; }
    public string? Summary { get; init; }

    /// <summary>The larger document.</summary>
    public string? PartOf { get; init; }

    /// <summary>Code of the action plan that an investment plan finances.</summary>
    public string? ActionPlan { get; init; }
    public string? Language { get; init; }

    /// <summary>On the web.</summary>
    public string? Address { get; init; }
    public int? ValidFrom { get; init; }
    public int? ValidTo { get; init; }

    /// <summary>In whole units of the currency.</summary>
    public decimal? Budget { get; init; }
    public string? Currency { get; init; }
    public int? PriceYear { get; init; }
    public string? ObjectiveWord { get; init; }
    public int? PublishedObjectives { get; init; }
    public int? PublishedLevers { get; init; }
    public int? PublishedActions { get; init; }

    public sealed class Validator : AbstractValidator<PlanFields>
    {
        private const int MostCounted = 100_000;

        public Validator()
        {
            RuleFor(p => p.Title).Cascade(CascadeMode.Stop).Needed("Enter the title.").Line("The title", 300);
            RuleFor(p => p.Summary).Text("The summary", Plan.LongestText);
            RuleFor(p => p.PartOf).Line("The name of the larger document", 300);
            RuleFor(p => p.Language).Must(code => string.IsNullOrEmpty(code) || Languages.Names.ContainsKey(code)).WithMessage("There is no such language. Choose one of the list.");
            RuleFor(p => p.Address).Line("The address", 1000)
                .Must(address => string.IsNullOrWhiteSpace(address) || Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
                .WithMessage("The address is none of the web. Copy it from the browser: it begins with https://.");
            Year(p => p.ValidFrom, "year of a plan");
            Year(p => p.ValidTo, "year of a plan");
            Year(p => p.PriceYear, "year of prices");
            RuleFor(p => p.ValidTo).GreaterThanOrEqualTo(p => p.ValidFrom).When(p => p.ValidFrom is not null)
                .WithMessage(p => $"The last year ({p.ValidTo}) lies before the first year ({p.ValidFrom}). It should be that year or a later one.");
            RuleFor(p => p.Budget).Amount("The budget");
            RuleFor(p => p.Currency).Currency();
            RuleFor(p => p.ObjectiveWord).Line("The word for an objective", 60);
            Count(p => p.PublishedObjectives, "objectives");
            Count(p => p.PublishedLevers, "levers");
            Count(p => p.PublishedActions, "actions");
            Include(new SourceOfChangeValidator());
        }

        private void Year(System.Linq.Expressions.Expression<Func<PlanFields, int?>> field, string what) =>
            RuleFor(field).InclusiveBetween(Plan.EarliestYear, Plan.LatestYear).WithMessage($"{{PropertyValue}} is no {what}. Please enter one between {Plan.EarliestYear} and {Plan.LatestYear}.");

        private void Count(System.Linq.Expressions.Expression<Func<PlanFields, int?>> field, string what) =>
            RuleFor(field).InclusiveBetween(0, MostCounted).WithMessage($"The number of {what} should be 0 or more, or empty when it is not known.");
    }

    /// <summary>Puts the answers into the plan; each refusal is shown at its field.</summary>
    public async Task FillAsync(CcriDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var financed = string.IsNullOrEmpty(ActionPlan) ? null : await db.Plans.SingleOrDefaultAsync(p => p.Code == ActionPlan, cancellationToken)
            ?? throw Refusal.At(nameof(ActionPlan), "There is no such action plan. Choose one of the list.");
        Refusal.Try(nameof(Title), () => plan.Call(Title!));
        Refusal.Try(nameof(ActionPlan), () => plan.Finance(financed));
        plan.Summarise(Summary);
        plan.BePartOf(PartOf);
        plan.WriteIn(Language);
        plan.PublishAt(Address);
        plan.CallObjectives(ObjectiveWord);
        Refusal.Try(nameof(ValidTo), () => plan.Cover(ValidFrom, ValidTo));
        Refusal.Try(nameof(Budget), () => plan.Cost(Budget.Cents(), string.IsNullOrWhiteSpace(Currency) ? null : Currency, PriceYear));
        Refusal.Try(nameof(PublishedActions), () => plan.Count(PublishedObjectives, PublishedLevers, PublishedActions));
    }
}
