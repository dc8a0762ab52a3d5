using Ccri.Domain.Organisations;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Organisations;

/// <summary>What one says of a contact, whether it is new or not.</summary>
public abstract record ContactFields
{
    public string? Name { get; init; }
    public string? Function { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }
    public Guid? Organisation { get; init; }

    /// <summary>The territory's address.</summary>
    public string? Territory { get; init; }
    public ConsentBasis? ConsentBasis { get; init; }
    public DateOnly? ConsentOn { get; init; }
    public string? ConsentNote { get; init; }
    public string? Notes { get; init; }

    public sealed class Validator : AbstractValidator<ContactFields>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Needed("Enter the name.").Line("The name", Contact.LongestName);
            RuleFor(c => c.Function).Line("The function", Contact.LongestFunction);
            RuleFor(c => c.Email).Line("The e-mail address", 254);
            RuleFor(c => c.Phone).Line("The phone number", Contact.LongestPhone);
            RuleFor(c => c.Language).Must(code => string.IsNullOrEmpty(code) || Languages.Names.ContainsKey(code))
                .WithMessage("This language is not one of the list. Choose one, or leave it empty.");
            RuleFor(c => c.ConsentBasis).NotNull().WithMessage("Choose on what the data is kept.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.ConsentOn).NotNull().When(c => c.ConsentBasis == Domain.Organisations.ConsentBasis.Consent).WithMessage("Enter the day on which the consent was given.");
            RuleFor(c => c.ConsentNote).Text("The note", Contact.LongestNote);
            RuleFor(c => c.Notes).Text("The notes", Contact.LongestNotes);
            RuleFor(c => c.Organisation).Must((contact, organisation) => organisation is not null || !string.IsNullOrEmpty(contact.Territory))
                .WithMessage("A contact is at an organisation, or for a territory, or both. Choose one.");
        }
    }

    public void Fill(Contact contact, DateOnly today)
    {
        Refusal.Try(nameof(Name), () => contact.Call(Name!));
        contact.WorkAs(Function);
        Refusal.Try(nameof(Email), () => contact.WriteTo(Email));
        Refusal.Try(nameof(Phone), () => contact.Phones(Phone));
        Refusal.Try(nameof(Language), () => contact.Speak(Language));
        Refusal.Try(nameof(ConsentOn), () => contact.KeepOn(ConsentBasis!.Value, ConsentOn, ConsentNote, today));
        contact.Remark(Notes);
    }
}
