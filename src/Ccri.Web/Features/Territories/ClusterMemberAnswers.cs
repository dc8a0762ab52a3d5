using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>What one fills in about a member of a territorial cluster.</summary>
public abstract record ClusterMemberAnswers : SourceOfChange
{
    public string? Name { get; init; }
    public string? Country { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>What the database knows: the country exists.</summary>
    public async Task CheckAsync(CcriDbContext db, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(Country) && !await db.Countries.AnyAsync(c => c.Code == Country, cancellationToken))
            throw Refusal.At(nameof(Country), "There is no such country. Choose one of the list.");
    }

    public void Fill(ClusterMember member)
    {
        Refusal.Try(nameof(Name), () => member.Call(Name!));
        member.LieIn(Country);
        Refusal.Try(nameof(To), () => member.Last(From, To));
    }
}

public sealed class ClusterMemberAnswersValidator : AbstractValidator<ClusterMemberAnswers>
{
    public ClusterMemberAnswersValidator()
    {
        Include(new SourceOfChangeValidator());
        RuleFor(m => m.Name).Needed("Enter the name of the member.").Line("The name", 300);
        RuleFor(m => m.To).NotBefore(m => m.From);
    }
}
