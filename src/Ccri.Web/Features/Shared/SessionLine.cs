using System.Linq.Expressions;
using Ccri.Domain;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.Shared;

/// <summary>A session in a line.</summary>
/// <param name="StartsAt">UTC.</param>
public sealed record SessionLine(Guid Id, Guid? GroupId, SessionKind Kind, string Topic, SessionTime Time, DatePrecision Precision, DateTime StartsAt, SessionState State)
{
    public static readonly Expression<Func<Session, SessionLine>> Of = s =>
        new SessionLine(s.Id, s.WorkingGroupId, s.Kind, s.Topic, new SessionTime(s.On, s.LastOn, s.From, s.Until, s.Zone), s.Precision, s.StartsAt, s.State);
}
