namespace Ccri.Web.Rendering;

public static class RenderingRegistration
{
    public static IServiceCollection AddRendering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RenderingOptions>()
            .Bind(configuration.GetSection(RenderingOptions.Section))
            .Validate(o => o.TimeoutSeconds > 0 && o.MaxMemoryMegabytes > 0 && o.MaxParallel > 0,
                "Rendering: TimeoutSeconds, MaxMemoryMegabytes and MaxParallel must be above 0.");
        services.AddSingleton<TypstRenderer>();
        return services;
    }
}
