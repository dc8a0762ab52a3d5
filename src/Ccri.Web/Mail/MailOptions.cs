using System.ComponentModel.DataAnnotations;

namespace Ccri.Web.Mail;

/// <summary>Settings <c>Mail:From</c> and <c>Mail:PickupFolder</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    [Required, EmailAddress] public string From { get; init; } = "";

    /// <summary>Every mail becomes a file there; relative to the home folder.</summary>
    [Required] public string PickupFolder { get; init; } = "var/mail";
}
