using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Territories;

/// <summary>What one fills in about a member of a territorial cluster.</summary>
public abstract record ClusterMemberAnswers : SourceOfChange
{
    public string? Name { get; init; }
    public string? Country { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

public sealed class ClusterMemberAnswersValidator : AbstractValidator<ClusterMemberAnswers>
{
    public ClusterMemberAnswersValidator()
    {
        Include(new SourceOfChangeValidator());
        RuleFor(m => m.Name).Needed("Enter the name of the member.").Line("The name", 300);
        RuleFor(m => m.Country).Must(code => code is null or { Length: 2 }).WithMessage("There is no such country. Choose one of the list.");
        RuleFor(m => m.To).NotBefore(m => m.From);
    }
}
