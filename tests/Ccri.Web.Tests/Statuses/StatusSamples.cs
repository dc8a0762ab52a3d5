using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Features.Statuses;
using Ccri.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Statuses;

/// <summary>What tests about statuses need again and again.</summary>
internal static class StatusSamples
{
    public const string Reason = "The signature is promised for Friday.";

    public static Task<GetStatus.Answer> StatusAsync(this CcriApp app, StatusKind kind, Guid id) => app.SendAsync(new GetStatus.Query(kind, id));

    /// <summary>As a person does who has seen the page.</summary>
    public static async Task GiveAsync(this CcriApp app, StatusKind kind, Guid id, Rag given, string reason = Reason) =>
        await app.SendByAsync(await app.FormAsync(kind, id, given) with { Reason = reason });

    /// <summary>The form as the page shows it by now.</summary>
    public static async Task<GiveStatus.Command> FormAsync(this CcriApp app, StatusKind kind, Guid id, Rag given)
    {
        var shown = await app.StatusAsync(kind, id);
        return new GiveStatus.Command { Kind = kind, Id = id, Given = given, Reason = Reason, Seen = shown.Given?.AcceptanceId, Fingerprint = shown.Fingerprint };
    }

    public static Task<Guid> SolutionIdAsync(this CcriApp app, string code) => app.WithDatabaseAsync(db => db.Solutions.Where(s => s.Code == code).Select(s => s.Id).SingleAsync(TestContext.Current.CancellationToken));

    public static Task<Guid> PlanIdAsync(this CcriApp app, string code) => app.WithDatabaseAsync(db => db.Plans.Where(p => p.Code == code).Select(p => p.Id).SingleAsync(TestContext.Current.CancellationToken));
}
