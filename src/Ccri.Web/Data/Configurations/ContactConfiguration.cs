using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.Property(c => c.Name).HasMaxLength(Contact.LongestName);
        contact.Property(c => c.Email).HasMaxLength(254);
        contact.Property(c => c.Phone).HasMaxLength(Contact.LongestPhone);
        contact.Property(c => c.Function).HasMaxLength(Contact.LongestFunction);
        contact.Property(c => c.Language).HasMaxLength(8);
        contact.Property(c => c.ConsentNote).HasMaxLength(Contact.LongestNote);
        contact.Property(c => c.Notes).HasMaxLength(Contact.LongestNotes);
        contact.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<Territory>().WithMany().HasForeignKey(c => c.TerritoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
