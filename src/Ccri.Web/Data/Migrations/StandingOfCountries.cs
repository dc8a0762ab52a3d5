using Microsoft.EntityFrameworkCore.Migrations;

namespace Ccri.Web.Data.Migrations;

/// <summary>A country's standing moved to data/eligibility.csv, by programme and date; <c>ccri load</c> brings it back from there.</summary>
internal static class StandingOfCountries
{
    /// <summary>In words of its own: EF would build the table anew on SQLite, which is outside of the migration's transaction.</summary>
    public static void Drop(MigrationBuilder migration) => migration.Sql("""ALTER TABLE "Countries" DROP COLUMN "Standing" """);
}
