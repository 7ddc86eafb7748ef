using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpiTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class FindReportsThatWait : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Waiting",
                table: "Submissions",
                columns: new[] { "UnitId", "Period" },
                filter: "\"IsCurrent\" AND \"ReturnedAt\" IS NULL AND \"ApprovedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_Waiting",
                table: "Submissions");
        }
    }
}
