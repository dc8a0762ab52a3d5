using Microsoft.Extensions.Options;

namespace Ccri.Web.Mail;

public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PickupFolderSender>();
        services.AddSingleton<SmtpSender>();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Host.Length > 0
            ? provider.GetRequiredService<SmtpSender>() : provider.GetRequiredService<PickupFolderSender>());
        return services.AddSingleton<MailGate>();
    }
}
