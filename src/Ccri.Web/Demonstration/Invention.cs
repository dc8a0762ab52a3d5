using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ccri.Domain;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;

namespace Ccri.Web.Demonstration;

/// <summary>Everything that is invented, in the order in which it is made. That order gives the ids, so that they are the same in every database.</summary>
internal sealed class Invention(CcriDbContext db, Catalogue catalogue, DateOnly today, IEnumerable<string> codes)
{
    public const string Source = "Illustrative: invented for the demonstration";

    /// <summary>Who leads in place of a real body: no organisation of the register is said to do what is invented.</summary>
    public const string Office = "Office for the circular economy";

    private readonly HashSet<string> _codes = [.. codes];
    private readonly List<object> _made = [];
    private readonly List<Entity> _all = [];
    private int _given;

    /// <summary>How many of each noun.</summary>
    public SortedDictionary<string, int> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>Plans and solutions of which versions are kept, and how many.</summary>
    public List<(Plan Plan, int Versions)> Plans { get; } = [];
    public List<(Solution Solution, int Versions)> Roadmaps { get; } = [];

    /// <summary>All of it, in its order.</summary>
    public IReadOnlyList<Entity> All => _all;

    public Catalogue Catalogue { get; } = catalogue;
    public DateOnly Today { get; } = today;

    /// <summary>When it is said to have been written down (UTC): the afternoon before.</summary>
    public DateTime Written { get; } = Afternoon(today.AddDays(-1));

    public static DateTime Afternoon(DateOnly day) => day.ToDateTime(new TimeOnly(14, 0), DateTimeKind.Utc);

    /// <summary>The words of a row that has no source line of its own, so that none is read as if the source above it had said it.</summary>
    public static string Say(string? words) => words is null ? "Illustrative" : $"Illustrative: {words}";

    /// <summary>Gives an id to what was made a moment ago, before anything refers to it.</summary>
    public T Add<T>(T entity) where T : Entity
    {
        var entry = db.Entry(entity);
        entry.Property(e => e.Id).CurrentValue = NextId();
        entry.Property(e => e.Version).CurrentValue = NextId();
        _made.Add(entity);
        _all.Add(entity);
        Made[typeof(T).Name] = Made.GetValueOrDefault(typeof(T).Name) + 1;
        return entity;
    }

    /// <summary>Says of a row that it is invented.</summary>
    /// <param name="territoryId">Whose it is; empty for the programme.</param>
    public T Mark<T>(T entity, Guid? territoryId) where T : Entity
    {
        Add(new FactNote(entity.Id, "", territoryId)).Cite([Source], null, Confidence.Illustrative, Written);
        return entity;
    }

    public string NextCode(string kind, string slug)
    {
        var number = 1;
        string code;
        while (!_codes.Add(code = FormattableString.Invariant($"{kind}-{slug.ToUpperInvariant()}-{number}")))
            number++;
        return code;
    }

    /// <summary>Hands over to the database what was made since the last time.</summary>
    public void HandOver()
    {
        db.AddRange(_made);
        _made.Clear();
    }

    /// <summary>Ordered by time as all ids are, and made of nothing but the day and the place in the order.</summary>
    private Guid NextId()
    {
        _given++;
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, new DateTimeOffset(Written).ToUnixTimeMilliseconds() + _given);
        Span<byte> id = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"CCRI demonstration {Today:yyyy-MM-dd} {_given}"))).AsSpan(0, 16);
        time[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}

/// <summary>A territory for which something is invented.</summary>
/// <param name="IsHelped">Its tier entitles to help of the support office: reviews, scores and roadmaps.</param>
internal sealed record Place(Guid Id, string Name, PlaceEntry Entry, bool IsHelped)
{
    public string Slug => Entry.Slug;
}
