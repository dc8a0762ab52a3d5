using FluentValidation;
using MediatR;

namespace Ccri.Web.Pipeline;

/// <summary>MediatR 5.1.0 has no registration of its own here: every closed handler and validator of this assembly, and the behaviours in order.</summary>
public static class PipelineRegistration
{
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();

        // Outermost first.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AccessBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));

        var handlers = Closed(typeof(IRequestHandler<,>)).ToList();
        foreach (var handled in handlers.GroupBy(h => h.Service).Where(g => g.Count() > 1))
            throw new InvalidOperationException($"{handled.Key} has {handled.Count()} handlers: a message has one.");
        var unhandled = Messages().Where(m => !handlers.Exists(h => h.Service.GenericTypeArguments[0] == m)).ToList();
        if (unhandled.Count > 0)
            throw new InvalidOperationException($"No handler for {string.Join(", ", unhandled)}.");

        foreach (var (service, implementation) in handlers.Concat(Closed(typeof(IValidator<>))))
            services.AddScoped(service, implementation);
        return services;
    }

    /// <summary>Every message of the application.</summary>
    public static IEnumerable<Type> Messages() => typeof(PipelineRegistration).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

    private static IEnumerable<(Type Service, Type Implementation)> Closed(Type open) =>
        from type in typeof(PipelineRegistration).Assembly.GetTypes()
        where type is { IsAbstract: false, IsGenericTypeDefinition: false }
        from service in type.GetInterfaces()
        where service.IsGenericType && service.GetGenericTypeDefinition() == open
        select (service, type);
}
