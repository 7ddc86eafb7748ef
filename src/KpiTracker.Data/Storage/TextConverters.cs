using System.Globalization;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KpiTracker.Data.Storage;

/// <summary>A month as <c>2025-05</c>: readable in the file, and in the order of time.</summary>
internal sealed class PeriodText() : ValueConverter<ReportingPeriod, string>(period => period.ToString(), text => ReportingPeriod.Parse(text));

/// <summary>A moment as UTC text of fixed width, so that the database can compare and sort it.</summary>
internal sealed class MomentText() : ValueConverter<DateTimeOffset, string>(
    moment => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
    text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
