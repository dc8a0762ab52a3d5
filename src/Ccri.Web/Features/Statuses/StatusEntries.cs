using Ccri.Domain.Statuses;

namespace Ccri.Web.Features.Statuses;

internal static class StatusEntries
{
    /// <summary>Whether a person's word is what is shown: time may have made it worse than the person knew.</summary>
    public static bool IsByPerson(this Standing standing) => standing.By is { } by && by.Status == standing.Status;

    /// <summary>What is written down of how a thing stands.</summary>
    /// <param name="at">UTC.</param>
    public static StatusEntry Entry(this Standing standing, Guid territoryId, DateOnly day, DateTime at)
    {
        var byPerson = standing.IsByPerson();
        return new StatusEntry(standing.Of.Kind, standing.Of.Id, territoryId, standing.Status, Short(Words.Why(standing)), byPerson, byPerson ? standing.By!.PersonId : null, day, at);
    }

    private static string Short(string why) => why.Length <= StatusEntry.LongestWhy ? why : $"{why[..(StatusEntry.LongestWhy - 2)]} …";
}
