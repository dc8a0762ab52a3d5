using Ccri.Domain.Knowledge;

namespace Ccri.Web.Features.Shared;

/// <summary>Where a fact comes from, as it is shown under the fact.</summary>
/// <param name="AsOf">Empty: no date is stated.</param>
public sealed record SourceLine(IReadOnlyList<string> Sources, DateOnly? AsOf, Confidence Confidence, string? Remark);
