using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Errors;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

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

internal static class FollowUpOwners
{
    /// <summary>Who may be given something to do: officers and coordinators who can sign in.</summary>
    public static IQueryable<Person> InOffice(this CcriDbContext db, DateOnly today) =>
        db.Persons.Where(p => p.DisabledAt == null && p.Roles.Any(r => (r.To == null || r.To >= today) && (r.Role == Role.Officer || r.Role == Role.Coordinator)));

    public static async Task RequireOwnerAsync(this CcriDbContext db, ContactAnswers answers, DateOnly today, CancellationToken cancellationToken)
    {
        if (answers.FollowUpOwnerId is { } owner && !await db.InOffice(today).AnyAsync(p => p.Id == owner, cancellationToken))
            throw Refusal.At(nameof(answers.FollowUpOwnerId), "This person cannot be given a follow-up. Choose somebody of the list.");
    }
}
