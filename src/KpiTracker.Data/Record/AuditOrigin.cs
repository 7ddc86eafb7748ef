namespace KpiTracker.Data.Record;

/// <summary>Where a change comes from.</summary>
/// <param name="AccountId">Of whoever is signed in; <c>null</c> when nobody is.</param>
/// <param name="Name">Of whoever acts without an account: the machine's account on the command line. <c>null</c> otherwise.</param>
/// <param name="Address">The asking machine's address; <c>null</c> when the program acts by itself.</param>
public sealed record AuditOrigin(string? AccountId, string? Name, string? Address)
{
    /// <summary>Stands in the place of an address for what is done on the command line.</summary>
    public const string CommandLine = "CLI";

    public static readonly AuditOrigin Program = new(null, null, null);
}

/// <summary>Knows where the change comes from that is being made right now.</summary>
public interface IAuditOrigins
{
    AuditOrigin Current { get; }
}

/// <summary>Without a web server in front, the program acts by itself.</summary>
internal sealed class ProgramItself : IAuditOrigins
{
    public AuditOrigin Current => AuditOrigin.Program;
}

/// <summary>Whoever may run the program on the server.</summary>
public sealed class CommandLineOrigin : IAuditOrigins
{
    public AuditOrigin Current { get; } = new(null, Environment.UserName, AuditOrigin.CommandLine);
}
