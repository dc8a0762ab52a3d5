using Ccri.Domain.Risks;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Risks;

/// <summary>What one says of a risk or an issue, whether it is new or not.</summary>
public abstract record RiskFields
{
    public RiskKind? Kind { get; init; }
    public string? Title { get; init; }

    /// <summary>Of a risk; an issue has happened.</summary>
    public RiskLevel? Probability { get; init; }
    public RiskLevel? Impact { get; init; }
    public string? Mitigation { get; init; }

    /// <summary>The organisation that sees to it.</summary>
    public Guid? Owner { get; init; }
    public DateOnly? RaisedOn { get; init; }

    public sealed class Validator : AbstractValidator<RiskFields>
    {
        public Validator()
        {
            RuleFor(r => r.Kind).NotNull().WithMessage("Say whether it may happen or has happened.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(r => r.Title).Cascade(CascadeMode.Stop).Needed("Enter what may happen or has happened, for example “The permit comes a year late”.").Line("The sentence", Risk.LongestTitle);
            RuleFor(r => r.Probability).NotNull().When(r => r.Kind == RiskKind.Risk).WithMessage("Say how likely the risk is.");
            RuleFor(r => r.Probability).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(r => r.Impact).NotNull().WithMessage("Say how grave it is.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(r => r.Mitigation).Text("What is done about it", Risk.LongestText);
            RuleFor(r => r.RaisedOn).NotNull().WithMessage("Enter the day on which it was noticed.")
                .Must(day => day is null || day.Value.Year >= 2000).WithMessage("The day it was noticed should lie after 1 Jan 2000.");
        }
    }

    public async Task FillAsync(CcriDbContext db, CurrentUser user, Risk risk, DateOnly today, CancellationToken cancellationToken)
    {
        if (Owner is { } owner && !await db.OrganisationsFor(user, risk.TerritoryId, risk.OwnerOrganisationId).AnyAsync(o => o.Id == owner, cancellationToken))
            throw Refusal.At(nameof(Owner), "There is no such organisation. Choose one of the list.");
        risk.Call(Kind!.Value, Title!);
        Refusal.Try(nameof(Probability), () => risk.Weigh(Probability, Impact!.Value));
        risk.Answer(Mitigation, Owner);
        Refusal.Try(nameof(RaisedOn), () => risk.Raise(RaisedOn!.Value, today));
    }
}
