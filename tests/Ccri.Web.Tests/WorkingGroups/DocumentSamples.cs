using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Sessions for the tests of documents: some in the database, some as the documents read them.</summary>
internal static class DocumentSamples
{
    public static readonly DateTime Logged = new(2026, 6, 10, 8, 0, 0, DateTimeKind.Utc);

    public static SessionTime At(DateOnly on, int from = 10, int until = 12) => new(on, null, new(from, 0), new(until, 0), SessionTime.Brussels);

    /// <summary>Of a group, or for everybody; held, with the territories that came, and as far as <paramref name="state"/>.</summary>
    public static async Task<Guid> AddSessionAsync(this CcriApp app, string? group, string topic, SessionState state, DateOnly? on = null, Action<Session>? tell = null, params string[] came)
    {
        var id = group is null ? (Guid?)null : await app.GroupAsync(group);
        var territories = new List<Guid>();
        foreach (var slug in came)
            territories.Add(await app.TerritoryAsync(slug));
        return await app.WithDatabaseAsync(async db =>
        {
            var session = new Session(group is null ? SessionKind.Webinar : SessionKind.Session, id, null, topic, At(on ?? new DateOnly(2026, 6, 9)), Logged);
            session.Attend([.. territories.Select(t => new Attendance(null, t, null))], [], Logged.AddYears(5));
            tell?.Invoke(session);
            if (state != SessionState.Draft)
                session.Circulate(null, Logged.AddYears(5));
            if (state == SessionState.Final)
                session.Finalise(null, Logged.AddYears(5));
            db.Sessions.Add(session);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return session.Id;
        });
    }

    /// <summary>Takes part in the group since long ago; once more changes nothing.</summary>
    public static async Task AddMemberAsync(this CcriApp app, string group, string slug)
    {
        var (id, territory) = (await app.GroupAsync(group), await app.TerritoryAsync(slug));
        await app.WithDatabaseAsync(async db =>
        {
            if (!await db.GroupMemberships.AnyAsync(m => m.WorkingGroupId == id && m.TerritoryId == territory, TestContext.Current.CancellationToken))
                db.GroupMemberships.Add(new GroupMembership(id, MemberCategory.Fellow, territory, null));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
    }

    /// <summary>A session as a document reads it, with everything that minutes can say.</summary>
    public static SessionSheet Whole(SessionState state = SessionState.Final) => new()
    {
        Id = Guid.Parse("01900000-0000-7000-8000-000000000001"), Version = Guid.Empty, Kind = SessionKind.Session, GroupId = Guid.Empty, GroupCode = "TWG-C", Group = "Circular Construction and Buildings",
        Topic = "Selective demolition in Łódź, Δυτική Μακεδονία and Пловдив", Time = new(new(2026, 11, 20), null, new(22, 0), new(1, 0), "Europe/Helsinki"), StartsAt = new(2026, 11, 20, 20, 0, 0, DateTimeKind.Utc),
        Format = SessionFormat.Hybrid, Place = "https://meet.example.org/room/one", Agenda = "Welcome\r\n\r\nDemolition audits", Summary = "The audits come too late.", Names = "Anna Kowalska, Γιώργος Παπαδόπουλος", PeopleOnSite = 8, PeopleOnline = 12, Satisfaction = 4.2m,
        State = state, LoggedAt = Logged, ChangedAt = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc),
        Attendees =
        [
            new(Guid.NewGuid(), true, "Łódź", null, MemberCategory.Pilot, Presence.Present), new(Guid.NewGuid(), true, "Uppsala", null, MemberCategory.Pilot, Presence.Missing),
            new(Guid.NewGuid(), true, "Δυτική Μακεδονία", null, MemberCategory.Fellow, Presence.Present), new(Guid.NewGuid(), false, "CIRC-BOOST", null, MemberCategory.CcriProject, Presence.Present), new(Guid.NewGuid(), true, "Пловдив", null, null, Presence.Present),
        ],
        Guests = [new("Rotor", "BE", "Belgium", 2), new("A school", null, null, 1)],
        Items =
        [
            Item(1, ItemKind.Barrier, "Audits come after the permit.", FactorDimension.Regulatory, "Łódź"), Item(2, ItemKind.Decision, "Meet again in spring."), Item(3, ItemKind.Tool, "A register of materials."),
            Item(4, ItemKind.Action, "Send the template.") with { Owner = "Uppsala", Due = new(2026, 12, 1) }, Item(5, ItemKind.Action, "Ask Rotor.") with { Owner = "Anna Kowalska", Due = new(2026, 12, 5), DoneAt = new(2026, 11, 22, 23, 30, 0, DateTimeKind.Utc) },
        ],
        Steps = [new(1, SessionState.Draft, SessionState.Circulated, null, "Somebody", new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc))],
    };

    public static SheetItem Item(int number, ItemKind kind, string text, FactorDimension? dimension = null, params string[] territories) => new(Guid.CreateVersion7(), number, kind, text, dimension, null, null, null, null, null, null)
    {
        Territories = [.. territories.Select(t => new SheetTerritory(TerritoryOf(t), t, null))],
    };

    /// <summary>Always the same id for a name.</summary>
    public static Guid TerritoryOf(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>A group with so many sessions of ten items each.</summary>
    public static GroupReportFacts Group(int sessions, int itemsEach = 10)
    {
        string[] territories = ["Łódź", "Δυτική Μακεδονία", "Пловдив", "Uppsala", "Helsinki-Uusimaa", "Castilla y León"];
        string[] texts =
        [
            "The permit for demolition is given before anybody has looked at what could be used again.",
            "A fund that pays for storage until a buyer is found; three cities share its cost, and each has a say in what is kept and for how long it may stay.",
            "Passports of materials in the format that architects use already.",
            "Αποθήκη υλικών δίπλα στο λιμάνι, με δικό της φορτηγό.",
            "Szkolenie dla inspektorów budowlanych, dwa dni, z wizytą na placu rozbiórki i rozmową z wykonawcą o tym, co da się wyjąć w całości.",
            "Публичните търгове да искат дял от повторно употребени елементи.",
            "Next time with somebody who buys.",
        ];
        var kinds = Enum.GetValues<ItemKind>();
        var dimensions = Enum.GetValues<FactorDimension>();
        return new GroupReportFacts("TWG-C", "Circular Construction and Buildings", ["reuse of building elements", "secondary material markets"], null, 2025, new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc))
        {
            Members = [.. territories.Select((t, i) => new GroupReportMember(i % 2 == 0 ? MemberCategory.Pilot : MemberCategory.Fellow, TerritoryOf(t), t)).OrderBy(m => m.Category), new(MemberCategory.CcriProject, null, "CIRC-BOOST")],
            Solutions = [new(TerritoryOf("hub"), "A hub for building elements", "Łódź"), new(TerritoryOf("bank"), "Bank of materials", "Uppsala")],
            Sessions = [.. Enumerable.Range(0, sessions).Select(s => new SessionSheet
            {
                Id = Guid.CreateVersion7(), Version = Guid.Empty, Kind = SessionKind.Session, GroupCode = "TWG-C", Group = "Circular Construction and Buildings", Topic = $"Session {s + 1}: {texts[s % texts.Length]}",
                Time = At(new DateOnly(2023, 1, 17).AddDays(s * 30)), StartsAt = new DateTime(2023, 1, 17, 9, 0, 0, DateTimeKind.Utc).AddDays(s * 30), Format = SessionFormat.Online, People = 12 + s,
                State = s % 9 == 8 ? SessionState.Draft : SessionState.Final, LoggedAt = Logged, ChangedAt = Logged,
                Items = [.. Enumerable.Range(0, itemsEach).Select(i => Item(i + 1, kinds[(s * itemsEach + i) % kinds.Length], texts[(s + i) % texts.Length], (s + i) % 11 < dimensions.Length ? dimensions[(s + i) % 11] : null, [.. territories.Take((s + i) % 3)]) with
                {
                    LeftOutReason = (s * itemsEach + i) % 40 == 13 ? "Said twice; the session of May has it in full." : null, Solutions = (s + i) % 4 == 1 ? [new(TerritoryOf("hub"), "A hub for building elements", null)] : [],
                    Owner = kinds[(s * itemsEach + i) % kinds.Length] == ItemKind.Action ? "Uppsala" : null, Due = kinds[(s * itemsEach + i) % kinds.Length] == ItemKind.Action ? new DateOnly(2026, 12, 1) : null,
                })],
            })],
            Texts = sessions == 0 ? new Dictionary<GroupReportSection, string>() : new Dictionary<GroupReportSection, string> { [GroupReportSection.Introduction] = "The group met online and on site.\r\n\r\nThis is what it found.", [GroupReportSection.Recommendations] = "To the Commission and to the cities:" },
        };
    }
}
