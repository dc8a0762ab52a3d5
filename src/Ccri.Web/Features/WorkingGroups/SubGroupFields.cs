using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>What one says of a sub-group, whether it is new or not.</summary>
public abstract record SubGroupFields : SourceOfChange
{
    /// <summary>Of the working group.</summary>
    public string? Code { get; init; }
    public string? Name { get; init; }

    /// <summary>The membership of whoever coordinates it.</summary>
    public Guid? Coordinator { get; init; }

    /// <summary>The memberships that take part.</summary>
    public IReadOnlyList<Guid> Members { get; init; } = [];
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    public sealed class Validator : AbstractValidator<SubGroupFields>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Needed("Enter the name, for example Biofertilisers and nutrients.").Line("The name", SubGroup.LongestName);
            RuleFor(c => c.To).NotBefore(c => c.From);
            Include(new SourceOfChangeValidator());
        }
    }

    /// <summary>Only members of the group take part, and no two sub-groups of it have the same name.</summary>
    public async Task FillAsync(SubGroup part, CcriDbContext db, CancellationToken cancellationToken)
    {
        var known = await db.GroupMemberships.Where(m => m.WorkingGroupId == part.WorkingGroupId).Select(m => m.Id).ToListAsync(cancellationToken);
        if (Coordinator is { } coordinator && !known.Contains(coordinator))
            throw Refusal.At(nameof(Coordinator), "The coordinator is no member of the group. Choose one of the list.");
        if (Members.Except(known).Any())
            throw Refusal.At(nameof(Members), "One of those ticked is no member of the group any more. Look at the list again.");
        var name = Name!.Trim();
        if (await db.SubGroups.AnyAsync(s => s.Id != part.Id && s.WorkingGroupId == part.WorkingGroupId && s.Name == name, cancellationToken))
            throw Refusal.At(nameof(Name), $"The group has a sub-group “{name}” already. Choose another name.");
        part.Call(name);
        part.Last(From, To);
        part.BeCoordinatedBy(Coordinator);
        part.Consist(Members);
    }
}

/// <summary>What the form of a sub-group offers.</summary>
/// <param name="Members">Of the group, at present.</param>
public sealed record OfferedMembers(string Group, IReadOnlyList<MemberLine> Members)
{
    public static async Task<OfferedMembers> ReadAsync(CcriDbContext db, GroupMembers members, WorkingGroup group, IReadOnlyCollection<Guid> chosen, DateOnly today, CancellationToken cancellationToken) =>
        new(group.Name, await members.ReadAsync(db.GroupMemberships.Where(m => m.WorkingGroupId == group.Id && (m.To == null || m.To >= today || chosen.Contains(m.Id))), cancellationToken));
}
