using Ccri.Domain;
using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>What one says of a session, whether it is new or not. Only the topic has to be typed.</summary>
public abstract record SessionFields
{
    /// <summary>Rows for new points and follow-ups at the end of the form, and for guests.</summary>
    public const int EmptyPoints = 3, EmptyFollowUps = 2, EmptyGuests = 3;

    /// <summary>See <see cref="GroupKey"/>; empty for an event for everybody.</summary>
    public string? Group { get; init; }
    public DateOnly? On { get; init; }
    public SessionFormat? Format { get; init; }

    /// <summary>What it was about, in a line.</summary>
    public string? Topic { get; init; }

    /// <summary>The group and day whose members were shown with the ticks; empty where no form was shown.</summary>
    public string? MembersOf { get; init; }

    /// <summary>Ids of the territories and organisations that took part, or are expected.</summary>
    public List<Guid> Present { get; init; } = [];
    public TypedGuest[] Guests { get; init; } = [];
    public TypedItem[] Items { get; init; } = [];
    public TypedFollowUp[] FollowUps { get; init; } = [];
    public SessionKind? Kind { get; init; }
    public TimeOnly? From { get; init; }
    public TimeOnly? Until { get; init; }
    public DateOnly? LastOn { get; init; }

    /// <summary>Empty for that of Brussels.</summary>
    public string? Zone { get; init; }
    public string? Place { get; init; }
    public string? Agenda { get; init; }
    public string? Summary { get; init; }
    [Personal] public string? Names { get; init; }
    public int? PeopleOnSite { get; init; }
    public int? PeopleOnline { get; init; }

    /// <summary>1 (not at all) to 5 (very), to a tenth.</summary>
    public decimal? Satisfaction { get; init; }

    public SessionTime Time => new(On!.Value, LastOn, From, Until, string.IsNullOrWhiteSpace(Zone) ? SessionTime.Brussels : Zone.Trim());

    /// <summary>Whether the ticks were set among the members of the group and the day that are chosen now.</summary>
    public bool ShowsItsMembers => string.IsNullOrWhiteSpace(MembersOf) || MembersOf.Trim() == MembersKey(Group, On).Trim();

    /// <summary>The group and the day whose members were shown.</summary>
    public (string Group, DateOnly? On) Shown => $" {MembersOf}".Split(' ')[^2..] is [var group, var day] ? (group, FromAddress.Day(day)) : ("", null);

    /// <summary>What <see cref="MembersOf"/> holds for a form that shows the members of this group on this day.</summary>
    public static string MembersKey(string? group, DateOnly? on) => FormattableString.Invariant($"{GroupKey.Read(group)} {on:yyyy-MM-dd}");

    /// <summary>An organisation that is not in the register.</summary>
    public sealed record TypedGuest
    {
        public string? Organisation { get; init; }
        public string? Country { get; init; }
        public int? People { get; init; }
        internal bool IsEmpty => string.IsNullOrWhiteSpace(Organisation);
    }

    /// <summary>A point that goes into the minutes and the report of the group.</summary>
    public sealed record TypedItem
    {
        /// <summary>Empty of a new one.</summary>
        public Guid? Id { get; init; }
        public ItemKind? Kind { get; init; }
        public string? Text { get; init; }
        public FactorDimension? Dimension { get; init; }
        public List<Guid> Territories { get; init; } = [];
        public List<Guid> Solutions { get; init; } = [];
        internal bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    }

    /// <summary>Something that somebody is to do.</summary>
    public sealed record TypedFollowUp
    {
        /// <summary>Empty of a new one.</summary>
        public Guid? Id { get; init; }
        public string? What { get; init; }

        /// <summary>See <see cref="OwnerKey"/>.</summary>
        public string? Owner { get; init; }
        public DateOnly? Due { get; init; }
        internal bool IsEmpty => string.IsNullOrWhiteSpace(What);
    }

    public sealed class Validator : AbstractValidator<SessionFields>
    {
        public Validator()
        {
            RuleFor(s => s.Group).Must(group => string.IsNullOrWhiteSpace(group) || GroupKey.Read(group) is not null).WithMessage("There is no such working group. Choose one of the list.");
            RuleFor(s => s.On).NotNull().WithMessage("Enter the day on which it takes place.");
            RuleFor(s => s.Format).IsInEnum().WithMessage("Choose online, on site or hybrid.");
            RuleFor(s => s.Topic).Cascade(CascadeMode.Stop).Needed("Say in a line what it was about, for example “Reuse of timber”.").Line("The line", Session.LongestTopic);
            RuleFor(s => s.Kind).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(s => s.LastOn).NotBefore(s => s.On);
            RuleFor(s => s.From).Must((s, _) => s.Time.Objection() is null).WithMessage(s => s.Time.Objection()).When(s => s.On is not null && !(s.LastOn < s.On));
            RuleFor(s => s.Place).Text("The place", Session.LongestPlace);
            RuleFor(s => s.Agenda).Text("The agenda", Session.LongestText);
            RuleFor(s => s.Summary).Text("What was said", Session.LongestText);
            RuleFor(s => s.Names).Text("The names", Session.LongestText);
            RuleFor(s => s.PeopleOnSite).Must(IsCount).WithMessage($"Between none and {Words.Of(Session.MostPeople)} people take part.");
            RuleFor(s => s.PeopleOnline).Must(IsCount).WithMessage($"Between none and {Words.Of(Session.MostPeople)} people take part.");
            RuleFor(s => s.Satisfaction).Must(score => score is null or (>= Session.LowestSatisfaction and <= Session.HighestSatisfaction))
                .WithMessage(s => FormattableString.Invariant($"Satisfaction is between {Session.LowestSatisfaction} and {Session.HighestSatisfaction}, not {s.Satisfaction}."));
            RuleFor(s => s.Satisfaction).Must(score => score is null || decimal.Round(score.Value, 1) == score).WithMessage("Satisfaction has one decimal at most, for example 4.2.");
            RuleForEach(s => s.Guests).SetValidator(new GuestValidator());
            RuleForEach(s => s.Items).SetValidator(new ItemValidator());
            RuleForEach(s => s.FollowUps).SetValidator(new FollowUpValidator());
        }

        private static bool IsCount(int? people) => people is null or (>= 0 and <= Session.MostPeople);
    }

    private sealed class GuestValidator : AbstractValidator<TypedGuest>
    {
        public GuestValidator()
        {
            RuleFor(g => g.Organisation).Line("The name", Guest.LongestName);
            RuleFor(g => g.Organisation).Needed("Enter which organisation they came from.").When(g => g.IsEmpty && g.People is not null);
            RuleFor(g => g.People).Must(people => people is null or (>= 1 and <= Guest.MostPeople)).WithMessage($"Between 1 and {Words.Of(Guest.MostPeople)} people of an organisation take part.");
        }
    }

    private sealed class ItemValidator : AbstractValidator<TypedItem>
    {
        public ItemValidator() => When(i => !i.IsEmpty, () =>
        {
            RuleFor(i => i.Kind).Cascade(CascadeMode.Stop).NotNull().WithMessage("Choose what it is: a barrier, a lever, a good practice …")
                .Must(kind => Enum.IsDefined(kind!.Value) && kind != ItemKind.Action).WithMessage("Choose one of the list. Something that is to be done belongs to the follow-ups.");
            RuleFor(i => i.Text).Text("The point", SessionItem.LongestText);
            RuleFor(i => i.Dimension).IsInEnum().WithMessage("Choose one of the list.");
        });
    }

    private sealed class FollowUpValidator : AbstractValidator<TypedFollowUp>
    {
        public FollowUpValidator() => When(f => !f.IsEmpty, () =>
        {
            RuleFor(f => f.What).Text("The follow-up", SessionItem.LongestText);
            RuleFor(f => f.Owner).Must(owner => OwnerKey.Read(owner) is not null).WithMessage("Choose who is to do it.");
            RuleFor(f => f.Due).NotNull().WithMessage("Enter the day by which it is to be done.");
        });
    }
}
