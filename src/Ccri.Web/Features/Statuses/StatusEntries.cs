using Ccri.Domain;
using Ccri.Domain.Statuses;

namespace Ccri.Web.Features.Statuses;

internal static class StatusEntries
{
    /// <summary>What is written down of how a thing stands.</summary>
    /// <param name="at">UTC.</param>
    public static StatusEntry Entry(this Standing standing, Guid territoryId, DateOnly day, DateTime at)
    {
        // Who gave it stands beside the sentence, not in it: a name goes when its person does.
        return new StatusEntry(standing.Of.Kind, standing.Of.Id, territoryId, standing.Status, Words.Why(standing).Shorten(StatusEntry.LongestWhy), standing.IsByPerson, standing.IsByPerson ? standing.By!.PersonId : null, day, at);
    }
}
