using System.Reflection;
using Ccri.Web.Forms;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Ccri.Web.Pipeline;

/// <summary>Checks the shape of a message by its validators; all faults at once.</summary>
public sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators, FormFaults form)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    private static readonly PropertyInfo[] Texts = [.. typeof(TRequest).GetProperties().Where(p => p.PropertyType == typeof(string))];

    private static readonly bool IsCommand = typeof(TRequest).Name == "Command";

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // What a form's field held that could not be read reaches a command as nothing; only the first sentence about a field is told.
        var unread = IsCommand ? form.Unread : [];
        var faults = unread.Concat(validators.SelectMany(v => v.Validate(request).Errors).Where(fault => !unread.Any(u => u.PropertyName == fault.PropertyName)))
            .Concat(Unstorable(request)).ToList();
        return faults.Count == 0 ? next() : throw new ValidationException(faults);
    }

    /// <summary>PostgreSQL takes no text with a zero character, and nobody types one: an address or a form that holds it was made by hand.</summary>
    private static IEnumerable<ValidationFailure> Unstorable(TRequest request) =>
        from text in Texts
        where text.GetValue(request) is string value && value.Contains('\0')
        select new ValidationFailure(text.Name, "The text holds a character that cannot be stored. Please type it again.");
}
