namespace Ccri.Web.Features.Reminders;

/// <summary>A person, a rule or a territory to choose from.</summary>
public sealed record NamedChoice(Guid Id, string Name);
