using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpiTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepScopesAndSecondFactors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LastCodeStep",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "AccountScopes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountScopes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountScopes_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountScopes_OrganisationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganisationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequiredSecondFactors",
                columns: table => new
                {
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequiredSecondFactors", x => x.Role);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountScopes_AccountId_UnitId_From",
                table: "AccountScopes",
                columns: new[] { "AccountId", "UnitId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountScopes_UnitId",
                table: "AccountScopes",
                column: "UnitId");

            // What everyone could do until now they can do on: in force since before the campaign began.
            migrationBuilder.Sql("""INSERT INTO "AccountScopes" ("AccountId", "UnitId", "From") SELECT "Id", "UnitId", '2025-01-01' FROM "AspNetUsers";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountScopes");

            migrationBuilder.DropTable(
                name: "RequiredSecondFactors");

            migrationBuilder.DropColumn(
                name: "LastCodeStep",
                table: "AspNetUsers");
        }
    }
}
