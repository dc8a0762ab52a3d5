using Ccri.Domain.Territories;
using Ccri.Web.Features.Shared;
using Ccri.Web.Errors;
using FluentValidation;

namespace Ccri.Web.Features.Territories;

/// <summary>What one fills in about a contact: one line is enough, everything else has an answer already.</summary>
public abstract record ContactAnswers
{
    public ContactKind? Kind { get; init; }

    /// <summary>Empty: today.</summary>
    public DateOnly? On { get; init; }
    public string? Text { get; init; }
    public string? With { get; init; }
    public string? FollowUp { get; init; }

    /// <summary>Empty: whoever logs it.</summary>
    public Guid? FollowUpOwnerId { get; init; }
    public DateOnly? FollowUpDue { get; init; }

    public void ApplyTo(LoggedContact contact, Guid person, DateOnly today)
    {
        Refusal.Try(nameof(On), () => contact.Tell(Kind ?? ContactKind.Call, On ?? today, Text!, With, today));
        if (string.IsNullOrWhiteSpace(FollowUp))
            contact.OweNothing();
        else
            Refusal.Try(nameof(FollowUpDue), () => contact.Owe(FollowUp, FollowUpOwnerId ?? person, FollowUpDue!.Value));
    }
}

public sealed class ContactAnswersValidator : AbstractValidator<ContactAnswers>
{
    public ContactAnswersValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose one of the list.");
        RuleFor(c => c.Text).Needed("Say in a line what it was about.").Text("The line", 500);
        RuleFor(c => c.With).Line("The answer", 300);
        RuleFor(c => c.FollowUp).Text("The follow-up", 500);
        RuleFor(c => c.FollowUpDue).NotNull().When(c => !string.IsNullOrWhiteSpace(c.FollowUp)).WithMessage("Enter the day by which the follow-up is due.");
        RuleFor(c => c.FollowUp).NotEmpty().When(c => c.FollowUpDue is not null).WithMessage("Say what is to be done by that day, or leave the day out.");
    }
}
