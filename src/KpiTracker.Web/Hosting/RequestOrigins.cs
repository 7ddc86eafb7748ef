using System.Security.Claims;
using KpiTracker.Data.Record;

namespace KpiTracker.Web.Hosting;

/// <summary>Says who is asking, and from which address: of the request that is being answered. Outside one, the program acts by itself.</summary>
internal sealed class RequestOrigins(IHttpContextAccessor requests) : IAuditOrigins
{
    public AuditOrigin Current => requests.HttpContext is { } request
        ? new AuditOrigin(request.User.FindFirstValue(ClaimTypes.NameIdentifier), null, AddressOf(request))
        : AuditOrigin.Program;

    private static string? AddressOf(HttpContext request) => request.Connection.RemoteIpAddress switch
    {
        null => null,
        // Written the same whichever way the server listens.
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
