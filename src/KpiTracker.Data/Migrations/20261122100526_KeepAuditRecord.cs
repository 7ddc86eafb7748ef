using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpiTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepAuditRecord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_Sequence",
                table: "AuditEntries",
                columns: new[] { "AccountId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_UnitId_Sequence",
                table: "AuditEntries",
                columns: new[] { "UnitId", "Sequence" });

            // Only added to, whatever program has the file open. The one on inserting also stops INSERT OR REPLACE, which deletes without asking the others.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditEntries_only_grow" BEFORE INSERT ON "AuditEntries"
                WHEN NEW."Sequence" <> 1 + COALESCE((SELECT MAX("Sequence") FROM "AuditEntries"), 0)
                BEGIN SELECT RAISE(ABORT, 'a line of the record follows the last one'); END;
                CREATE TRIGGER "AuditEntries_are_not_changed" BEFORE UPDATE ON "AuditEntries"
                BEGIN SELECT RAISE(ABORT, 'the record is only ever added to'); END;
                CREATE TRIGGER "AuditEntries_are_not_deleted" BEFORE DELETE ON "AuditEntries"
                BEGIN SELECT RAISE(ABORT, 'the record is only ever added to'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");
        }
    }
}
