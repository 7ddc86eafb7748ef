using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Data.Integrity;

/// <summary>One question to the database whose answer must be empty.</summary>
/// <param name="Name">Its texts' key; printed, so never given another meaning.</param>
/// <param name="Sql">Each row of the answer is one offence, named in the first column.</param>
internal sealed record IntegrityCheck(string Name, string Sql)
{
    private static readonly string Ward = $"('{string.Join("', '", UnitKinds.Wards)}')";

    /// <summary>Of a report, as an offence names it: its number, ward and month.</summary>
    private const string Report = "s.\"Id\" || ' (' || u.\"Code\" || ' ' || s.\"Period\" || ' r' || s.\"Revision\" || ')'";

    private const string Submissions = "\"Submissions\" s JOIN \"OrganisationUnits\" u ON u.\"Id\" = s.\"UnitId\"";

    public static readonly IReadOnlyList<IntegrityCheck> All =
    [
        new("Pages", "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
        new("References", """SELECT "table" || ' ' || COALESCE(rowid, '') || ' → ' || parent FROM pragma_foreign_key_check"""),

        // Registers
        new(
            "UnitOverlaps",
            """
            SELECT a."Code" || ' ' || a."ValidFrom" || ' / ' || b."ValidFrom" FROM "OrganisationUnits" a
            JOIN "OrganisationUnits" b ON b."Code" = a."Code" AND b."ValidFrom" > a."ValidFrom" AND (a."ValidTo" IS NULL OR a."ValidTo" >= b."ValidFrom")
            """),
        new("UnitEnds", """SELECT "Code" || ' ' || "ValidFrom" || '–' || "ValidTo" FROM "OrganisationUnits" WHERE "ValidTo" < "ValidFrom" """),
        new(
            "UnitCircles",
            """
            WITH RECURSIVE above(start, ancestor, steps) AS (
              SELECT "Id", "ParentId", 1 FROM "OrganisationUnits" WHERE "ParentId" IS NOT NULL
              UNION ALL SELECT a.start, u."ParentId", a.steps + 1 FROM above a JOIN "OrganisationUnits" u ON u."Id" = a.ancestor WHERE a.ancestor <> a.start AND a.steps < 10)
            SELECT DISTINCT u."Code" || ' ' || u."ValidFrom" FROM above a JOIN "OrganisationUnits" u ON u."Id" = a.start WHERE a.ancestor = a.start
            """),
        new("TargetValues", """SELECT "Id" || ' ' || "IndicatorCode" FROM "Targets" WHERE CAST("Value" AS REAL) <= 0 OR ("Measure" = 'Percent' AND CAST("Value" AS REAL) > 100)"""),

        // Reports
        new("ReportsOfWards", $"""SELECT {Report} FROM {Submissions} WHERE u."Kind" NOT IN {Ward}"""),
        new(
            "ReportsInValidity",
            $"""SELECT {Report} FROM {Submissions} WHERE u."ValidFrom" > date(s."Period" || '-01', '+1 month', '-1 day') OR u."ValidTo" < s."Period" || '-01'"""),
        new("TwoCurrent", $"""SELECT {Report} FROM {Submissions} WHERE s."IsCurrent" AND EXISTS (SELECT 1 FROM "Submissions" o WHERE o."UnitId" = s."UnitId" AND o."Period" = s."Period" AND o."IsCurrent" AND o."Id" < s."Id")"""),
        new("NotTheLatest", $"""SELECT {Report} FROM {Submissions} WHERE s."IsCurrent" <> NOT EXISTS (SELECT 1 FROM "Submissions" o WHERE o."UnitId" = s."UnitId" AND o."Period" = s."Period" AND o."Revision" > s."Revision")"""),
        new("SameRevision", $"""SELECT {Report} FROM {Submissions} WHERE s."Revision" < 1 OR EXISTS (SELECT 1 FROM "Submissions" o WHERE o."UnitId" = s."UnitId" AND o."Period" = s."Period" AND o."Revision" = s."Revision" AND o."Id" < s."Id")"""),
        new("ReportsOfAReceipt", $"""SELECT {Report} FROM {Submissions} JOIN "Workbooks" w ON w."Id" = s."WorkbookId" WHERE w."Period" <> s."Period" OR w."SentById" <> s."SubmittedById" """),
        new("HalfReturned", $"""SELECT {Report} FROM {Submissions} WHERE (s."ReturnedAt" IS NULL) <> (s."ReturnReason" IS NULL) OR (s."ReturnedAt" IS NULL) <> (s."ReturnedById" IS NULL)"""),
        new(
            "RestoredFrom",
            $"""SELECT {Report} FROM {Submissions} JOIN "Submissions" e ON e."Id" = s."RestoredFromId" WHERE e."UnitId" <> s."UnitId" OR e."Period" <> s."Period" OR e."Revision" >= s."Revision" """),
        new("ReceiptsWithoutReport", """SELECT "Id" || ' ' || "Period" FROM "Workbooks" w WHERE NOT EXISTS (SELECT 1 FROM "Submissions" s WHERE s."WorkbookId" = w."Id")"""),
        new(
            "OneFileTwoHashes",
            """SELECT a."StoredName" FROM "Workbooks" a JOIN "Workbooks" b ON b."StoredName" = a."StoredName" AND b."Id" > a."Id" WHERE a."Sha256" <> b."Sha256" OR a."Size" <> b."Size" """),
        new("OpenFindings", """SELECT "WorkbookId" || ' ' || "Code" FROM "SubmissionFindings" WHERE "Severity" = 'Error' OR ("Severity" = 'Question' AND ("Answer" IS NULL OR trim("Answer") = ''))"""),

        // Figures
        new("FiguresWithoutReport", """SELECT "SubmissionId" || ' ' || "IndicatorCode" FROM "SubmittedFigures" f WHERE NOT EXISTS (SELECT 1 FROM "Submissions" s WHERE s."Id" = f."SubmissionId")"""),
        new("NothingWithFigures", $"""SELECT {Report} FROM {Submissions} WHERE s."IsNothingToReport" = EXISTS (SELECT 1 FROM "SubmittedFigures" f WHERE f."SubmissionId" = s."Id")"""),
        new("UnknownIndicators", """SELECT "SubmissionId" || ' ' || "IndicatorCode" FROM "SubmittedFigures" f WHERE NOT EXISTS (SELECT 1 FROM "Indicators" i WHERE i."Code" = f."IndicatorCode")"""),
        new(
            "ImpossibleFigures",
            """
            SELECT "SubmissionId" || ' ' || "IndicatorCode" FROM "SubmittedFigures"
            WHERE "Numerator" < 0 OR "Denominator" < 0 OR CAST("Percent" AS REAL) < 0 OR CAST("Percent" AS REAL) > 100
              OR ("Numerator" IS NULL AND "Denominator" IS NULL AND "Percent" IS NULL)
            """),
        new(
            "PartsBeyondTheWhole",
            """
            SELECT f."SubmissionId" || ' ' || f."IndicatorCode" || ' ' || f."Numerator" || '/' || f."Denominator" FROM "SubmittedFigures" f
            JOIN "Indicators" i ON i."Code" = f."IndicatorCode" WHERE i."Kind" = 'Percentage' AND f."Numerator" > f."Denominator"
            """),
        new(
            "CurrentFigures",
            """
            WITH counting AS (
              SELECT s."UnitId", s."Period", f."IndicatorCode", f."Numerator", f."Denominator", f."Percent", f."SubmissionId" FROM "Submissions" s
              JOIN "SubmittedFigures" f ON f."SubmissionId" = s."Id" WHERE s."IsCurrent" AND s."ReturnedAt" IS NULL),
            shown AS (SELECT "UnitId", "Period", "IndicatorCode", "Numerator", "Denominator", "Percent", "SubmissionId" FROM "CurrentFigures")
            SELECT "SubmissionId" || ' ' || "IndicatorCode" FROM (SELECT * FROM counting EXCEPT SELECT * FROM shown)
            UNION SELECT "SubmissionId" || ' ' || "IndicatorCode" FROM (SELECT * FROM shown EXCEPT SELECT * FROM counting)
            """),
        new(
            "Totals",
            """
            WITH sent AS (
              SELECT s."Period" AS period, f."IndicatorCode" AS code, SUM(f."Numerator") AS part, SUM(f."Denominator") AS whole FROM "Submissions" s
              JOIN "SubmittedFigures" f ON f."SubmissionId" = s."Id" WHERE s."IsCurrent" AND s."ReturnedAt" IS NULL GROUP BY 1, 2),
            shown AS (SELECT "Period" AS period, "IndicatorCode" AS code, SUM("Numerator") AS part, SUM("Denominator") AS whole FROM "CurrentFigures" GROUP BY 1, 2)
            SELECT period || ' ' || code FROM (SELECT * FROM sent EXCEPT SELECT * FROM shown) UNION SELECT period || ' ' || code FROM (SELECT * FROM shown EXCEPT SELECT * FROM sent)
            """),
        new(
            "Series",
            """
            WITH wards AS (
              SELECT "UnitId" AS unit, "IndicatorCode" AS code, "Period" AS period,
                CASE WHEN "Denominator" IS NULL THEN 0 ELSE "Numerator" END AS a, COALESCE("Denominator", 0) AS b, "Denominator" IS NOT NULL AS c,
                CASE WHEN "Denominator" IS NULL THEN "Numerator" ELSE 0 END AS d, "Denominator" IS NULL AS e
              FROM "CurrentFigures" WHERE "Numerator" IS NOT NULL),
            plain AS (
              SELECT * FROM wards UNION ALL
              SELECT u."ParentId", w.code, w.period, SUM(a), SUM(b), SUM(c), SUM(d), SUM(e) FROM wards w JOIN "OrganisationUnits" u ON u."Id" = w.unit WHERE u."ParentId" IS NOT NULL GROUP BY 1, 2, 3),
            kept AS (
              SELECT s."UnitId", s."IndicatorCode", m.key, m.value ->> 0, m.value ->> 1, m.value ->> 2, m.value ->> 3, m.value ->> 4 FROM "FigureSeries" s, json_each(s."Months") m)
            SELECT unit || ' ' || code || ' ' || period FROM (SELECT * FROM (SELECT * FROM plain EXCEPT SELECT * FROM kept) UNION SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM plain))
            """),
        new(
            "SeriesTriggers",
            """
            SELECT name FROM (SELECT 'FigureSeries_after_insert' AS name UNION SELECT 'FigureSeries_after_delete' UNION SELECT 'FigureSeries_after_update' UNION SELECT 'FigureSeries_after_move')
            WHERE name NOT IN (SELECT name FROM sqlite_master WHERE type = 'trigger')
            """),

        // People and the record
        new(
            "ScopeOverlaps",
            """
            SELECT a."AccountId" || ' ' || a."UnitId" FROM "AccountScopes" a
            JOIN "AccountScopes" b ON b."AccountId" = a."AccountId" AND b."UnitId" = a."UnitId" AND b.rowid > a.rowid
              AND a."From" <= COALESCE(b."To", '9999-12-31') AND b."From" <= COALESCE(a."To", '9999-12-31')
            """),
        new(
            "RecordTriggers",
            """
            SELECT name FROM (SELECT 'AuditEntries_only_grow' AS name UNION SELECT 'AuditEntries_are_not_changed' UNION SELECT 'AuditEntries_are_not_deleted')
            WHERE name NOT IN (SELECT name FROM sqlite_master WHERE type = 'trigger')
            """),
        new("RecordGaps", """SELECT "Sequence" FROM "AuditEntries" e WHERE "Sequence" > 1 AND NOT EXISTS (SELECT 1 FROM "AuditEntries" o WHERE o."Sequence" = e."Sequence" - 1)"""),
    ];
}
