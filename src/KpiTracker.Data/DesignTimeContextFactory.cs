using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KpiTracker.Data;

/// <summary>For scaffolding migrations; the program itself never calls it.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<KpiTrackerDbContext>
{
    public KpiTrackerDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<KpiTrackerDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
