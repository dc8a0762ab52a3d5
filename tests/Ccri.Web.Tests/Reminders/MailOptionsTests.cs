using System.ComponentModel.DataAnnotations;
using Ccri.Web.Mail;

namespace Ccri.Web.Tests.Reminders;

public sealed class MailOptionsTests
{
    [Fact]
    public void The_settings_as_delivered_are_right() => Faults(new MailOptions { From = "ccri@localhost" }).ShouldBeEmpty();

    [Fact]
    public void Each_wrong_setting_is_named_with_what_would_be_right()
    {
        Faults(new MailOptions { From = "a@example.org, b@example.org" }).ShouldContain(f => f.Contains("Mail:From is “a@example.org, b@example.org”. It should be one address"));
        Faults(new MailOptions { From = "a@b.eu", Host = "https://mail" }).ShouldContain(f => f.Contains("Mail:Host is “https://mail”. It should be the name of a mail server"));
        Faults(new MailOptions { From = "a@b.eu", Port = 0 }).ShouldContain("Mail:Port is 0. It should be a number from 1 to 65535.");
        Faults(new MailOptions { From = "a@b.eu", User = "ccri" }).ShouldContain(f => f.Contains("Mail:User and Mail:Password belong together"));
        Faults(new MailOptions { From = "a@b.eu", TimeoutSeconds = 0 }).ShouldContain("Mail:TimeoutSeconds is 0. It should be a number from 1 to 600.");
        Faults(new MailOptions { From = "a@b.eu", LeaseSeconds = 30 }).ShouldContain("Mail:LeaseSeconds is 30. It should be a number from 31 to 86400.");
    }

    private static IEnumerable<string> Faults(MailOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults.Select(f => f.ErrorMessage!).Concat(faults.Count == 0 || faults.Exists(f => f.ErrorMessage!.StartsWith("Mail:", StringComparison.Ordinal)) ? [] : options.Validate(new ValidationContext(options)).Select(f => f.ErrorMessage!));
    }
}
