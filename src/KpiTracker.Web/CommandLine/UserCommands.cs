using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.OwnAccount;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.CommandLine;

/// <summary>Makes, lists and resets accounts. Whoever may run the program on the server may do so; the first account is made here.</summary>
internal sealed class UserCommands(Accounts accounts, AccountAdministration administration, SecondFactors factors, Registers registers, TimeProvider time)
{
    public async Task<int> AddAsync(CommandRequest.AddUser request, CommandConsole console)
    {
        if (await UnitTodayAsync(request.UnitCode) is not { } unit)
        {
            console.Complain("UnknownUnitToday", request.UnitCode);
            return ExitCodes.BadArguments;
        }

        var outcome = await accounts.AddAsync(new NewAccount(request.Name, request.DisplayName ?? request.Name, RoleOf(request.Role), unit.Key, request.Password));
        return Print(outcome, "User.Added", console);
    }

    public async Task<int> ResetAsync(CommandRequest.ResetUser request, CommandConsole console)
    {
        var outcome = await accounts.ResetPasswordAsync(request.Name, request.Password);
        if (request.WithSecondFactor && outcome is AccountOutcome.Done done)
        {
            await factors.TurnOffAsync(done.AccountId, byAdministrator: true);
        }

        return Print(outcome, "User.Reset", console);
    }

    public async Task<int> ListAsync(CommandConsole console)
    {
        var listed = await administration.ListAsync(CancellationToken.None);
        if (listed.Count == 0)
        {
            console.Print("User.None");
        }

        foreach (var account in listed)
        {
            var marks = string.Concat(Mark(account.IsSample, "User.Sample"), Mark(account.IsShut, "User.Shut"));
            console.Out.WriteLine(string.Join('\t', account.UserName, account.DisplayName, Written(account.Role), $"{account.Unit.Code} {account.Unit.NameWithKind}{marks}"));
        }

        return ExitCodes.Done;

        string Mark(bool isSet, string key) => isSet ? $" ({CommandLineTexts.Print(console.Language, key)})" : "";
    }

    private static int Print(AccountOutcome outcome, string doneKey, CommandConsole console)
    {
        switch (outcome)
        {
            case AccountOutcome.Done done:
                console.Print(doneKey, done.UserName);
                if (done.GeneratedPassword is { } password)
                {
                    console.Print("User.Password", password);
                }

                return ExitCodes.Done;
            case AccountOutcome.PasswordRefused refused:
                console.Error.WriteLine(refused.Fault.Sentence(console.Language));
                return ExitCodes.NotDone;
            case AccountOutcome.NameTaken taken:
                console.Complain("User.NameTaken", taken.UserName);
                return ExitCodes.NotDone;
            case AccountOutcome.NameNotAllowed name:
                console.Complain("User.NameNotAllowed", name.UserName);
                return ExitCodes.BadArguments;
            case AccountOutcome.NoSuchAccount none:
                console.Complain("User.NoSuchAccount", none.UserName);
                return ExitCodes.NotDone;
            default:
                console.Complain("User.UnitDoesNotFit");
                return ExitCodes.BadArguments;
        }
    }

    private static AccountRole RoleOf(string written) => Enum.GetValues<AccountRole>().First(role => Written(role) == written);

    /// <summary>As on the command line (<see cref="ArgumentParser.Roles"/>).</summary>
    private static string Written(AccountRole role) => role switch
    {
        AccountRole.Administrator => "administrator",
        AccountRole.DistrictOfficer => "district-officer",
        AccountRole.Leader => "leader",
        _ => "ward-officer",
    };

    private async Task<OrganisationUnit?> UnitTodayAsync(string code)
    {
        var snapshot = await registers.CurrentAsync();
        return snapshot.Units.FindInSeries(code, ReportingPeriod.Of(time.Today()));
    }
}
