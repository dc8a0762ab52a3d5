using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ccri.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditRows_At",
                table: "AuditRows");

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                table: "AuditRows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SavedFilters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedFilters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedFilters_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRows_At_Id",
                table: "AuditRows",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRows_PersonId",
                table: "AuditRows",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRows_TerritoryId",
                table: "AuditRows",
                column: "TerritoryId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedFilters_PersonId_List_Name",
                table: "SavedFilters",
                columns: new[] { "PersonId", "List", "Name" },
                unique: true);

            FillTerritories(migrationBuilder); // before the guard: afterwards nobody may
            Guard(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Unguard(migrationBuilder);

            migrationBuilder.DropTable(
                name: "SavedFilters");

            migrationBuilder.DropIndex(
                name: "IX_AuditRows_At_Id",
                table: "AuditRows");

            migrationBuilder.DropIndex(
                name: "IX_AuditRows_PersonId",
                table: "AuditRows");

            migrationBuilder.DropIndex(
                name: "IX_AuditRows_TerritoryId",
                table: "AuditRows");

            migrationBuilder.DropColumn(
                name: "TerritoryId",
                table: "AuditRows");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRows_At",
                table: "AuditRows",
                column: "At");
        }

        /// <summary>Which territory the rows of the past belong to, read from what they are about: the same statements for both databases.</summary>
        private static void FillTerritories(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "AuditRows" SET "TerritoryId" = "SubjectId" WHERE "Noun" = 'Territory';""");
            foreach (var (noun, table) in new[] { ("Participation", "Participations"), ("OrganisationRole", "OrganisationRoles"), ("GroupMembership", "GroupMemberships"),
                ("NetworkMembership", "NetworkMemberships"), ("RoleAssignment", "RoleAssignments"), ("FactNote", "FactNotes"), ("ClusterMember", "ClusterMembers"),
                ("LoggedContact", "LoggedContacts"), ("Acceptance", "Acceptances") })
            {
                migrationBuilder.Sql($"""
                    UPDATE "AuditRows" SET "TerritoryId" = (SELECT "TerritoryId" FROM "{table}" WHERE "{table}"."Id" = "AuditRows"."SubjectId") WHERE "Noun" = '{noun}';
                    """);
            }
        }

        /// <summary>Whoever asks, and by whatever way: no row is removed, and none says something else than it said. It may fall silent, when a person whom it names is erased.
        /// A later migration that makes SQLite build this table anew loses these triggers and must call the same again; AuditGuardTests tells.</summary>
        private static void Guard(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TRIGGER "AuditRows_are_never_removed" BEFORE DELETE ON "AuditRows"
                BEGIN SELECT RAISE(ABORT, 'Audit rows are never changed and never removed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "AuditRows_can_only_fall_silent" BEFORE UPDATE ON "AuditRows"
                WHEN NOT (NEW."Changes" IS '{"Redacted":["changed"]}' AND NEW.rowid IS OLD.rowid AND NEW."Id" IS OLD."Id" AND NEW."At" IS OLD."At"
                    AND NEW."PersonId" IS OLD."PersonId" AND NEW."Principal" IS OLD."Principal" AND NEW."Door" IS OLD."Door" AND NEW."Noun" IS OLD."Noun"
                    AND NEW."SubjectId" IS OLD."SubjectId" AND NEW."TerritoryId" IS OLD."TerritoryId" AND NEW."Action" IS OLD."Action")
                BEGIN SELECT RAISE(ABORT, 'Audit rows are never changed and never removed.'); END;
                """);
            // INSERT OR REPLACE removes the row that stands in its way without asking the trigger of removal.
            migrationBuilder.Sql("""
                CREATE TRIGGER "AuditRows_are_never_replaced" BEFORE INSERT ON "AuditRows"
                WHEN EXISTS (SELECT 1 FROM "AuditRows" WHERE "Id" = NEW."Id" OR rowid = NEW.rowid)
                BEGIN SELECT RAISE(ABORT, 'Audit rows are never changed and never removed.'); END;
                """);
        }

        private static void Unguard(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in new[] { "AuditRows_are_never_removed", "AuditRows_can_only_fall_silent", "AuditRows_are_never_replaced" })
                migrationBuilder.Sql($"DROP TRIGGER \"{trigger}\";");
        }
    }
}
