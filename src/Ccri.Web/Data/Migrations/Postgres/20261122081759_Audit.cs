using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ccri.Web.Data.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SavedFilters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    List = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    IsShared = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
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

        /// <summary>Whoever asks, and by whatever way: no row is removed, and none says something else than it said. It may fall silent, when a person whom it names is erased.</summary>
        private static void Guard(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE FUNCTION audit_rows_can_only_fall_silent() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'UPDATE' THEN
                        IF NEW."Changes" = '{"Redacted":["changed"]}' AND to_jsonb(NEW) - 'Changes' = to_jsonb(OLD) - 'Changes' THEN
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'Audit rows are never changed and never removed.' USING ERRCODE = 'restrict_violation';
                END $$;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER audit_rows_guard_each BEFORE UPDATE OR DELETE ON "AuditRows" FOR EACH ROW EXECUTE FUNCTION audit_rows_can_only_fall_silent();
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER audit_rows_guard_all BEFORE TRUNCATE ON "AuditRows" FOR EACH STATEMENT EXECUTE FUNCTION audit_rows_can_only_fall_silent();
                """);
        }

        private static void Unguard(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER audit_rows_guard_each ON \"AuditRows\";");
            migrationBuilder.Sql("DROP TRIGGER audit_rows_guard_all ON \"AuditRows\";");
            migrationBuilder.Sql("DROP FUNCTION audit_rows_can_only_fall_silent();");
        }
    }
}
