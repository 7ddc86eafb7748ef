using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpiTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepFigureSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FigureSeries",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorCode = table.Column<string>(type: "TEXT", nullable: false),
                    Months = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureSeries", x => new { x.UnitId, x.IndicatorCode });
                    table.ForeignKey(
                        name: "FK_FigureSeries_OrganisationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganisationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(Filling);
            migrationBuilder.Sql(AfterInsert);
            migrationBuilder.Sql(AfterDelete);
            migrationBuilder.Sql(AfterUpdate);
            migrationBuilder.Sql(AfterMove);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER "FigureSeries_after_insert";
                DROP TRIGGER "FigureSeries_after_delete";
                DROP TRIGGER "FigureSeries_after_update";
                DROP TRIGGER "FigureSeries_after_move";
                """);
            migrationBuilder.DropTable(
                name: "FigureSeries");
        }

        // A month's five numbers, see FigureSeries: with a denominator numerators, denominators, wards; without one numerators, wards.
        private const string Numbers =
            """
            CASE WHEN "Denominator" IS NULL THEN 0 ELSE "Numerator" END AS a, COALESCE("Denominator", 0) AS b, "Denominator" IS NOT NULL AS c,
              CASE WHEN "Denominator" IS NULL THEN "Numerator" ELSE 0 END AS d, "Denominator" IS NULL AS e
            """;

        // Of every ward that has figures, and of the units directly above them, from the figures alone.
        private const string Wards = $"""SELECT "UnitId" AS unit, "IndicatorCode" AS code, "Period" AS period, {Numbers} FROM "CurrentFigures" WHERE "Numerator" IS NOT NULL""";

        private const string Above = $"""SELECT u."ParentId" AS unit, w.code, w.period, SUM(a) AS a, SUM(b) AS b, SUM(c) AS c, SUM(d) AS d, SUM(e) AS e FROM ({Wards}) w JOIN "OrganisationUnits" u ON u."Id" = w.unit WHERE u."ParentId" IS NOT NULL GROUP BY 1, 2, 3""";

        private const string Filling =
            $"""
            INSERT INTO "FigureSeries" ("UnitId", "IndicatorCode", "Months")
            SELECT unit, code, json_group_object(period, json_array(a, b, c, d, e)) FROM ({Wards} UNION ALL {Above}) GROUP BY unit, code;
            """;

        private const string Adding =
            $"""
            INSERT INTO "FigureSeries" ("UnitId", "IndicatorCode", "Months")
              SELECT unit, NEW."IndicatorCode", json_object(NEW."Period", json_array(a, b, c, d, e))
              FROM (SELECT NEW."UnitId" AS unit UNION ALL SELECT "ParentId" FROM "OrganisationUnits" WHERE "Id" = NEW."UnitId" AND "ParentId" IS NOT NULL),
                (SELECT {Numbers} FROM (SELECT NEW."Numerator" AS "Numerator", NEW."Denominator" AS "Denominator"))
              WHERE NEW."Numerator" IS NOT NULL
              ON CONFLICT ("UnitId", "IndicatorCode") DO UPDATE SET "Months" = json_set("Months", '$."' || NEW."Period" || '"', json_array(
                COALESCE("Months" ->> ('$."' || NEW."Period" || '"[0]'), 0) + (excluded."Months" ->> ('$."' || NEW."Period" || '"[0]')),
                COALESCE("Months" ->> ('$."' || NEW."Period" || '"[1]'), 0) + (excluded."Months" ->> ('$."' || NEW."Period" || '"[1]')),
                COALESCE("Months" ->> ('$."' || NEW."Period" || '"[2]'), 0) + (excluded."Months" ->> ('$."' || NEW."Period" || '"[2]')),
                COALESCE("Months" ->> ('$."' || NEW."Period" || '"[3]'), 0) + (excluded."Months" ->> ('$."' || NEW."Period" || '"[3]')),
                COALESCE("Months" ->> ('$."' || NEW."Period" || '"[4]'), 0) + (excluded."Months" ->> ('$."' || NEW."Period" || '"[4]'))));
            """;

        private const string TakingAway =
            """
            UPDATE "FigureSeries" SET "Months" = CASE
              WHEN ("Months" ->> ('$."' || OLD."Period" || '"[2]')) + ("Months" ->> ('$."' || OLD."Period" || '"[4]')) <= 1 THEN json_remove("Months", '$."' || OLD."Period" || '"')
              ELSE json_set("Months", '$."' || OLD."Period" || '"', json_array(
                ("Months" ->> ('$."' || OLD."Period" || '"[0]')) - CASE WHEN OLD."Denominator" IS NULL THEN 0 ELSE OLD."Numerator" END,
                ("Months" ->> ('$."' || OLD."Period" || '"[1]')) - COALESCE(OLD."Denominator", 0),
                ("Months" ->> ('$."' || OLD."Period" || '"[2]')) - (OLD."Denominator" IS NOT NULL),
                ("Months" ->> ('$."' || OLD."Period" || '"[3]')) - CASE WHEN OLD."Denominator" IS NULL THEN OLD."Numerator" ELSE 0 END,
                ("Months" ->> ('$."' || OLD."Period" || '"[4]')) - (OLD."Denominator" IS NULL))) END
              WHERE OLD."Numerator" IS NOT NULL AND "IndicatorCode" = OLD."IndicatorCode"
                AND "UnitId" IN (OLD."UnitId", (SELECT "ParentId" FROM "OrganisationUnits" WHERE "Id" = OLD."UnitId"));
            """;

        private const string AfterInsert =
            $"""
            CREATE TRIGGER "FigureSeries_after_insert" AFTER INSERT ON "CurrentFigures" WHEN NEW."Numerator" IS NOT NULL
            BEGIN {Adding} END;
            """;

        private const string AfterDelete =
            $"""
            CREATE TRIGGER "FigureSeries_after_delete" AFTER DELETE ON "CurrentFigures" WHEN OLD."Numerator" IS NOT NULL
            BEGIN {TakingAway} END;
            """;

        private const string AfterUpdate =
            $"""
            CREATE TRIGGER "FigureSeries_after_update" AFTER UPDATE OF "UnitId", "Period", "IndicatorCode", "Numerator", "Denominator" ON "CurrentFigures"
            BEGIN {TakingAway} {Adding} END;
            """;

        // A register that is put right may place a ward under another unit than before: both are added up anew.
        private const string AfterMove =
            $"""
            CREATE TRIGGER "FigureSeries_after_move" AFTER UPDATE OF "ParentId" ON "OrganisationUnits"
            WHEN OLD."ParentId" IS NOT NEW."ParentId" AND EXISTS (SELECT 1 FROM "CurrentFigures" WHERE "UnitId" = NEW."Id")
            BEGIN
              DELETE FROM "FigureSeries" WHERE "UnitId" IN (OLD."ParentId", NEW."ParentId");
              INSERT INTO "FigureSeries" ("UnitId", "IndicatorCode", "Months")
              SELECT unit, code, json_group_object(period, json_array(a, b, c, d, e)) FROM ({Above}) WHERE unit IN (OLD."ParentId", NEW."ParentId") GROUP BY unit, code;
            END;
            """;
    }
}
