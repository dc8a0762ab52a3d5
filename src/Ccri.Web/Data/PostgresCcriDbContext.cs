using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

/// <summary>For an office that runs a database server.</summary>
public sealed class PostgresCcriDbContext(DbContextOptions<PostgresCcriDbContext> options, CurrentUser user, TimeProvider clock)
    : CcriDbContext(options, user, clock)
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        // Folded names sort by letter on every server, as they do on SQLite, whatever collation the database was created with.
        foreach (var name in model.Model.GetEntityTypes().Select(e => e.FindProperty("SearchName") ?? e.FindProperty("SearchTitle")).OfType<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty>())
            name.SetCollation("C");
    }
}
