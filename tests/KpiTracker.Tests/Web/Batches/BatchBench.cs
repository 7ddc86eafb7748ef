using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Tests.Documents;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Batches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Batches;

/// <summary>The use cases of batches over a data folder of their own, with an officer who has an account. The worker runs when it is told to.</summary>
internal sealed class BatchBench : IAsyncDisposable
{
    private BatchBench(SubmissionBench submissions, Officer officer) => (Submissions, Officer) = (submissions, officer);

    public SubmissionBench Submissions { get; }

    public Officer Officer { get; }

    public BatchActions Actions => Submissions.Of<BatchActions>();

    public string Drafts => Submissions.Database.Directory.Drafts;

    public static async Task<BatchBench> CreateAsync(AccountRole role = AccountRole.DistrictOfficer, string unit = "003")
    {
        var submissions = await SubmissionBench.CreateAsync(services => services.AddBatchUseCases());
        var officer = submissions.Officer(role, unit);
        await using var db = await submissions.Database.Factory.CreateDbContextAsync();
        db.Users.Add(new Account { Id = officer.AccountId, UserName = officer.AccountId, DisplayName = officer.Name, Role = role, UnitId = submissions.Registers.IdOf(officer.Unit), Scopes = { new AccountScope { UnitId = submissions.Registers.IdOf(officer.Unit) } } });
        await db.SaveChangesAsync();
        return new BatchBench(submissions, officer);
    }

    public byte[] Ward(string code, int reached = 83) => WardWorkbooks.Of(Submissions.Unit(code), reached);

    /// <summary>A ward's report whose title may name a ward, and whose first figure may be wrong.</summary>
    public static byte[] Plain(string title, int reached = 83, int total = 127) => Book.Of(
        [title],
        [],
        Reports.HeadA,
        [1, "Cán bộ, công chức, viên chức và người lao động khu vực công", "người", total, reached, null, null]).Bytes();

    public Task<Guid> UploadAsync(params (string Name, byte[] Content)[] files) => UploadAsync("003", files);

    public async Task<Guid> UploadAsync(string unit, params (string Name, byte[] Content)[] files) =>
        await ReceiveAsync(unit, files) is BatchOutcome.Received received ? received.BatchId : throw new InvalidOperationException("Not received.");

    public async Task<BatchOutcome> ReceiveAsync(string unit, params (string Name, byte[] Content)[] files)
    {
        var receiving = Submissions.Of<BatchReceiving>();
        var (batch, problem) = await receiving.BeginAsync(unit, SubmissionBench.May, Officer, Submissions.Clock.GetUtcNow(), default);
        if (batch is null)
        {
            return new BatchOutcome.Refused(problem!);
        }

        foreach (var (name, content) in files)
        {
            await receiving.AddAsync(batch, new MemoryStream(content), name, default);
        }

        return await receiving.FinishAsync(batch, default);
    }

    public Task WorkAsync() => Submissions.Of<BatchWork>().RunUntilEmptyAsync(default);

    public async Task<Guid> UploadAndWorkAsync(params (string Name, byte[] Content)[] files)
    {
        var batch = await UploadAsync(files);
        await WorkAsync();
        return batch;
    }

    public async Task<BatchOverview> FindAsync(Guid batch) => (await Submissions.Of<BatchQuery>().FindAsync(batch, Officer, default))!;

    public async Task<BatchFileState[]> StatesAsync(Guid batch) => [.. (await FindAsync(batch)).Files.Select(f => f.State)];

    public async Task ConfirmAsync(Guid batch)
    {
        Assert.That(await Actions.ConfirmAsync(batch, Officer, default), Is.EqualTo(BatchActionOutcome.Done));
        await WorkAsync();
    }

    /// <summary>Wards on record, each as often as it has revisions.</summary>
    public async Task<string[]> OnRecordAsync()
    {
        await using var db = await Submissions.Database.Factory.CreateDbContextAsync();
        return [.. (await db.Submissions.Select(s => s.UnitId).ToListAsync()).Select(id => Submissions.Registers.UnitOf(id).Code)];
    }

    public async Task ChangeRoleAsync(AccountRole role)
    {
        await using var db = await Submissions.Database.Factory.CreateDbContextAsync();
        await db.Users.Where(u => u.Id == Officer.AccountId).ExecuteUpdateAsync(set => set.SetProperty(u => u.Role, role));
    }

    public ValueTask DisposeAsync() => Submissions.DisposeAsync();
}
