using Ccri.Domain.Organisations;
using Ccri.Web.Features.Organisations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Organisations;

/// <summary>What tests about organisations need again and again.</summary>
internal static class OrganisationSamples
{
    public const string Source = "Letter of the mayor, 3 Nov 2026";

    public static Task<Guid> NewOrganisationAsync(this CcriApp app) =>
        app.SendAsync(new CreateOrganisation.Command { Name = $"Office {Guid.NewGuid():N}", Country = "FI", Source = Source });

    public static Task<Guid> OrganisationIdAsync(this CcriApp app, string acronym) => app.WithDatabaseAsync(db => db.Organisations.Where(o => o.Acronym == acronym).Select(o => o.Id).SingleAsync());

    public static Task<Guid> TerritoryIdAsync(this CcriApp app, string slug) => app.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync());

    public static GiveRole.Command Role(Guid organisation, OrganisationRoleKind kind, string? territory = null, string? group = null) =>
        new() { OrganisationId = organisation, Kind = kind, Territory = territory, Group = group, Source = Source };

    /// <summary>The refusals by field, as the page shows them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RefusedAsync<T>(this CcriApp app, MediatR.IRequest<T> message, Ccri.Domain.Accounts.Role role = Ccri.Domain.Accounts.Role.Coordinator) =>
        (await Should.ThrowAsync<ValidationException>(() => app.SendAsync(message, role))).Errors.GroupBy(e => e.PropertyName).ToDictionary(field => field.Key, field => field.First().ErrorMessage);
}
