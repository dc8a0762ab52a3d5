using Ccri.Domain.Needs;
using Ccri.Domain.Support;

namespace Ccri.Web.Demonstration;

/// <summary>What invented needs and support are made of.</summary>
/// <param name="Dimensions">By the keys of the questionnaire.</param>
/// <param name="Questions">That reach the helpdesk.</param>
/// <param name="Verdicts">What a territory says with each.</param>
/// <param name="Drops">Why a need is dropped.</param>
/// <param name="Contacts">What calls and visits were about.</param>
internal sealed record SupportCatalogue(IReadOnlyList<NeedIdeas> Dimensions, IReadOnlyList<GroupEvent> Events, IReadOnlyList<string> Questions, IReadOnlyList<string> Outcomes,
    IReadOnlyDictionary<NeedVerdict, string> Verdicts, IReadOnlyList<string> Drops, IReadOnlyList<string> Contacts);

/// <param name="Wanted">What a territory with such a need asks for.</param>
/// <param name="Help">What it is given.</param>
internal sealed record NeedIdeas(string Key, ActivityType Wanted, string Help, IReadOnlyList<string> Needs);

/// <summary>Support for many territories at once.</summary>
/// <param name="Percent">Of the territories that take part.</param>
/// <param name="Dimensions">Needs under these are served by it.</param>
internal sealed record GroupEvent(int DaysAgo, ActivityType Type, string Title, decimal Hours, int Percent, IReadOnlyList<string> Dimensions);
