using KpiTracker.Documents.Reading;
using KpiTracker.Web.Features.Live;
using KpiTracker.Web.Features.Review;

namespace KpiTracker.Web.Features.Submissions;

internal static class SubmissionsFeature
{
    public static IServiceCollection AddSubmissions(this IServiceCollection services) => services
        .AddSingleton<WardWorkbookReader>()
        .AddSingleton<ReportReading>()
        .AddSingleton<ReportDrafts>()
        .AddSingleton<SubmissionPreview>()
        .AddSingleton<DraftEditing>()
        .AddSingleton<LabelMappings>()
        .AddSingleton<NothingToReport>()
        .AddSingleton<SubmissionRestore>()
        .AddSingleton<ComparisonQuery>()
        .AddSingleton<ReportNewsBoard>()
        .AddSingleton<SubmissionKeeping>()
        .AddSingleton<SubmissionIntake>()
        .AddSingleton<SubmissionReturn>()
        .AddSingleton<SubmissionReview>()
        .AddSingleton<WardHomeQuery>()
        .AddSingleton<SubmissionQuery>()
        .AddSingleton<ReceiptQuery>()
        .AddSingleton<SheetQuery>()
        .AddSingleton<AnnotatedDraft>()
        .AddSingleton<TemplateQuery>()
        .AddScoped<UploadEndpoint>();
}
