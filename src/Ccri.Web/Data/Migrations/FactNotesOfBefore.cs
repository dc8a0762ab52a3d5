using Microsoft.EntityFrameworkCore.Migrations;

namespace Ccri.Web.Data.Migrations;

/// <summary>Fact notes that were written before they knew their territory and when they were recorded; the same words on both databases.</summary>
internal static class FactNotesOfBefore
{
    private static readonly string[] OfATerritory = ["Participations", "OrganisationRoles", "GroupMemberships", "NetworkMemberships"];

    public static void Complete(MigrationBuilder migration)
    {
        migration.Sql("""
            UPDATE "FactNotes" SET "RecordedAt" = COALESCE((SELECT MIN("At") FROM "AuditRows" WHERE "AuditRows"."SubjectId" = "FactNotes"."Id"), CURRENT_TIMESTAMP)
            """);
        migration.Sql("""
            UPDATE "FactNotes" SET "TerritoryId" = "SubjectId" WHERE EXISTS (SELECT 1 FROM "Territories" WHERE "Territories"."Id" = "FactNotes"."SubjectId")
            """);
        foreach (var table in OfATerritory)
        {
            migration.Sql($"""
                UPDATE "FactNotes" SET "TerritoryId" = (SELECT "TerritoryId" FROM "{table}" WHERE "{table}"."Id" = "FactNotes"."SubjectId")
                WHERE EXISTS (SELECT 1 FROM "{table}" WHERE "{table}"."Id" = "FactNotes"."SubjectId")
                """);
        }
    }
}
