using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpiTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepRestoreReason : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RestoreReason",
                table: "Submissions",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RestoreReason",
                table: "Submissions");
        }
    }
}
