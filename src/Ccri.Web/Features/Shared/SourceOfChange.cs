using Ccri.Domain.Knowledge;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Ccri.Web.Features.Shared;

/// <summary>Where a changed fact comes from: part of each form that changes facts. Asked for only when one is changed.</summary>
public abstract record SourceOfChange
{
    /// <summary>An address, or the words of the source where it has none.</summary>
    public string? Source { get; init; }

    /// <summary>The day the source states the fact for; empty: not stated.</summary>
    public DateOnly? SourceAsOf { get; init; }
    public Confidence? SourceConfidence { get; init; }

    /// <summary>What somebody who has read the source can say of it.</summary>
    public static IEnumerable<SelectListItem> Confidences =>
        new[] { Confidence.High, Confidence.Medium, Confidence.Inferred, Confidence.Unconfirmed }.Select(c => new SelectListItem(Words.Of(c), c.ToString()));

    /// <summary>Cites it at a fact, and notes that this person has just looked at it.</summary>
    public void CiteAt(FactNote note, Guid? personId, DateTime now)
    {
        note.Cite([Source!], SourceAsOf, SourceConfidence ?? Confidence.High, now);
        if (personId is { } id)
            note.Confirm(id, now);
    }
}

public sealed class SourceOfChangeValidator : AbstractValidator<SourceOfChange>
{
    public SourceOfChangeValidator()
    {
        RuleFor(c => c.Source).Line("The source", 1000);
        RuleFor(c => c.SourceConfidence).IsInEnum().WithMessage("Choose one of the list.");
    }
}
