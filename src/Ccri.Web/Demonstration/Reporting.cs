using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Reports;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Demonstration;

/// <summary>The cycle of a quarter, sent message by message as each person in turn, at the hour at which they are said to have done it.</summary>
internal sealed class Reporting(IServiceScopeFactory scopes, MovableClock clock, Cast cast, ReportTexts texts, IReadOnlyList<Place> places, CancellationToken cancellationToken)
{
    private const string Unnamed = "Illustrative: seven Fellows are named by no public source; the quarter is frozen with their places open.";

    /// <summary>Of a quarter that is frozen: from its opening to its last revision.</summary>
    /// <param name="isReopened">A territory was forgotten, and the quarter is frozen again.</param>
    public async Task FreezeAsync(Quarter quarter, bool isReopened)
    {
        await OpenAsync(quarter);
        var late = new List<Place>();
        foreach (var (i, place) in places.Index())
        {
            var chance = new Chance($"{quarter.Code} {place.Slug} report");
            if (!chance.In(50) || !await ReportAsync(quarter, place, quarter.Days.To.AddDays(chance.From(3, 10))))
            {
                late.Add(place);
                continue;
            }
            var day = quarter.Days.To.AddDays(chance.From(11, 13));
            if (i % 7 == 3)
            {
                await SendAsync(cast.Second, place, day, new ReturnReport.Command(quarter.Code, place.Slug, Invention.Say("please say in the summary what the delay means for the aims of the year.")));
                await SendAsync(cast.For(place.Slug), place, day.AddDays(1), new WriteReport.Command(quarter.Code, place.Slug, $"{texts.Summary(place.Id, quarter.Days)} The aims of the year are not in danger.", texts.Next(place.Id, quarter.Days.To)));
                await SendAsync(cast.For(place.Slug), place, day.AddDays(1), new SubmitReport.Command(quarter.Code, place.Slug));
            }
            await SendAsync(cast.Second, place, day.AddDays(2), new ApproveReport.Command(quarter.Code, place.Slug));
        }
        await SendAsync(cast.Coordinator, null, quarter.FrozenOn, new FreezePeriod.Command(quarter.Code, Unnamed));
        if (isReopened && late.Count > 0)
            await FreezeAgainAsync(quarter, late[0]);
    }

    /// <summary>Of the quarter that is open: territories in every state.</summary>
    /// <param name="last">The last day on which something is said to have been done.</param>
    public async Task BeginAsync(Quarter quarter, DateOnly last)
    {
        await OpenAsync(quarter);
        var submitted = 0;
        foreach (var (i, place) in places.Index())
        {
            if (i % 4 == 3)
                continue; // nobody has begun
            await SendAsync(cast.For(place.Slug), place, last, TextsOf(quarter, place));
            if (i % 4 == 2 || !await TryAsync(cast.For(place.Slug), place, last, new SubmitReport.Command(quarter.Code, place.Slug)))
                continue;
            submitted++;
            if (submitted % 3 == 1)
                await SendAsync(cast.Second, place, last, new ApproveReport.Command(quarter.Code, place.Slug));
            else if (submitted % 3 == 2)
                await SendAsync(cast.Second, place, last, new ReturnReport.Command(quarter.Code, place.Slug, Invention.Say("the money of two projects is missing; please add what is known.")));
        }
    }

    private Task OpenAsync(Quarter quarter) => SendAsync(cast.Coordinator, null, quarter.OpensOn,
        new OpenPeriod.Command(quarter.Code, quarter.Name, quarter.Days.From, quarter.Days.To, quarter.OpensOn, quarter.CutOffOn, quarter.DeadlineOn));

    private async Task<bool> ReportAsync(Quarter quarter, Place place, DateOnly day)
    {
        await SendAsync(cast.For(place.Slug), place, day, TextsOf(quarter, place));
        if (new Chance($"{quarter.Code} {place.Slug} confirmed").In(60) && texts.Confirmed(place.Id, quarter.Code) is { Count: > 0 } subjects)
            await SendAsync(cast.For(place.Slug), place, day, new ConfirmStatements.Command(quarter.Code, place.Slug, subjects));
        return await TryAsync(cast.For(place.Slug), place, day, new SubmitReport.Command(quarter.Code, place.Slug));
    }

    private WriteReport.Command TextsOf(Quarter quarter, Place place) => new(quarter.Code, place.Slug, texts.Summary(place.Id, quarter.Days), texts.Next(place.Id, quarter.Days.To));

    private async Task FreezeAgainAsync(Quarter quarter, Place place)
    {
        var day = quarter.FrozenOn.AddDays(13);
        await SendAsync(cast.Coordinator, null, day, new ReopenPeriod.Command(quarter.Code, Invention.Say($"{place.Name} sent its report a week after the cut-off; it belongs into the quarter.")));
        if (await ReportAsync(quarter, place, day.AddDays(3)))
            await SendAsync(cast.Second, place, day.AddDays(5), new ApproveReport.Command(quarter.Code, place.Slug));
        await SendAsync(cast.Coordinator, null, day.AddDays(7), new FreezePeriod.Command(quarter.Code, Unnamed));
    }

    /// <summary>False when the checks refuse: what is invented has faults, so that there is something to mend.</summary>
    private async Task<bool> TryAsync<T>(Person person, Place place, DateOnly day, IRequest<T> message)
    {
        try
        {
            await SendAsync(person, place, day, message);
            return true;
        }
        catch (Exception refusal) when (refusal is ValidationException or RuleViolationException)
        {
            return false;
        }
    }

    private async Task SendAsync<T>(Person person, Place? place, DateOnly day, IRequest<T> message)
    {
        using var then = clock.At(Invention.Afternoon(day));
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(person.Id, person.Name, cast.RolesOf(person, place?.Id ?? Guid.Empty), Door.CommandLine);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, cancellationToken);
    }
}
