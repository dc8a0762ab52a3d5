using System.Linq.Expressions;
using Ccri.Domain;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.Shared;

/// <summary>A session in a line.</summary>
/// <param name="StartsAt">UTC.</param>
public sealed record SessionLine(Guid Id, Guid? GroupId, Guid? SubGroupId, SessionKind Kind, string Topic, SessionTime Time, DatePrecision Precision, DateTime StartsAt, SessionState State)
{
    public static readonly Expression<Func<Session, SessionLine>> Of = s =>
        new SessionLine(s.Id, s.WorkingGroupId, s.SubGroupId, s.Kind, s.Topic, new SessionTime(s.On, s.LastOn, s.From, s.Until, s.Zone), s.Precision, s.StartsAt, s.State);

    /// <summary>As <see cref="Session.IsAhead"/>.</summary>
    /// <param name="now">UTC.</param>
    public bool IsAhead(DateTime now) => StartsAt > now;
}
