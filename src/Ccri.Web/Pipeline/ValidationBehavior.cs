using FluentValidation;
using MediatR;

namespace Ccri.Web.Pipeline;

/// <summary>Checks the shape of a message by its validators; all faults at once.</summary>
public sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var faults = validators.SelectMany(v => v.Validate(request).Errors).ToList();
        return faults.Count == 0 ? next() : throw new ValidationException(faults);
    }
}
