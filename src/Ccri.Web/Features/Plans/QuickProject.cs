using Ccri.Domain.Plans;
using Microsoft.AspNetCore.Http.Extensions;

namespace Ccri.Web.Features.Plans;

/// <summary>What a row of the list offers to change at once.</summary>
public sealed record QuickProject
{
    /// <param name="input">What the page was sent; it is this row's when it names it.</param>
    /// <param name="address">Of the list.</param>
    public QuickProject(ProjectRow row, DateOnly today, Form input, string address) => (Row, Today, Typed, Address) = (row, today, input.Id == row.Id ? input : null, address);

    public ProjectRow Row { get; }
    public DateOnly Today { get; }

    /// <summary>What was typed here and refused; empty for all other rows.</summary>
    public Form? Typed { get; }
    public string Address { get; }

    /// <summary>Either form of the row.</summary>
    public sealed record Form
    {
        public Guid Id { get; init; }
        public ProjectStage? Stage { get; init; }
        public DateOnly? On { get; init; }
        public string? Evidence { get; init; }
        public DateOnly? NextGate { get; init; }
    }

    /// <summary>The filters of the list as they stand in the address, without what names the form that was sent.</summary>
    public static string Kept(HttpRequest request)
    {
        var kept = new QueryBuilder(request.Query.Where(p => p.Key != "handler"));
        return kept.ToString().TrimStart('?');
    }
}
