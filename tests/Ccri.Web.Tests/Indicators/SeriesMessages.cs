using Ccri.Domain.Accounts;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Indicators;

/// <summary>Messages of following indicators and entering their values, and who may send them.</summary>
public static class SeriesMessages
{
    private static readonly Role[] Editors = [Role.Officer, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetSeries.Query(Guid.Empty), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
        new(new GetSeriesForm.Query(Messages.Own), Editors),
        new(new FollowIndicator.Command { Territory = Messages.Own, Indicator = "NOTHING" }, Editors),
        new(new EditSeries.Query(Guid.Empty), Editors),
        new(new EditSeries.Command(), Editors),
        new(new RemoveSeries.Command(), Editors),
        new(new GetValueGrid.Query(Messages.Own), Editors),
        new(new EnterValues.Command { Slug = Messages.Own }, Editors),
        new(new CorrectValue.Query(Guid.Empty), Editors),
        new(new CorrectValue.Command(), Editors),
        new(new WithdrawValue.Command(), Editors),
    ];
}
