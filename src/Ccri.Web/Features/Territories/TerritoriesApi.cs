namespace Ccri.Web.Features.Territories;

public static class TerritoriesApi
{
    public static void MapTerritories(this IEndpointRouteBuilder routes) { }
}
