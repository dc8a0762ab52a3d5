using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

/// <summary>The embedded default.</summary>
public sealed class SqliteCcriDbContext(DbContextOptions<SqliteCcriDbContext> options, CurrentUser user, TimeProvider clock)
    : CcriDbContext(options, user, clock);
