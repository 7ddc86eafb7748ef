using System.Reflection;
using System.Runtime.CompilerServices;
using KpiTracker.Domain.Periods;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Tests.Architecture;

/// <summary>Arrows go one way: Web → Data and Documents → Domain.</summary>
public sealed class RoomTests
{
    // Written by the compiler into every iterator.
    private const string IteratorsOwn = "System.Environment.get_CurrentManagedThreadId";

    private static readonly Assembly Domain = typeof(ReportingPeriod).Assembly;
    private static readonly Assembly Data = Assembly.Load("KpiTracker.Data");
    private static readonly Assembly Documents = Assembly.Load("KpiTracker.Documents");
    private static readonly Assembly Web = Assembly.Load("KpiTracker.Web");

    private static readonly string[] ClocksAndChance =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System",
        "System.TimeProvider.GetUtcNow", "System.TimeProvider.GetLocalNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
    ];

    [TestCase("PackageReference")]
    [TestCase("PackageDownload")]
    [TestCase("ProjectReference")]
    [TestCase("FrameworkReference")]
    [TestCase("Reference")]
    public void Domain_asks_for_nothing(string kind) =>
        Assert.That(Repository.Items("src/KpiTracker.Domain/KpiTracker.Domain.csproj", kind), Is.Empty);

    [Test]
    public void Domain_uses_only_the_language_s_own_library() =>
        Assert.That(AssemblyUse.Of(Domain).Assemblies, Has.All.StartsWith("System.").And.None.StartsWith("System.IO").And.None.StartsWith("System.Net"));

    [Test]
    public void Domain_has_no_clock_and_no_chance()
    {
        var use = AssemblyUse.Of(Domain);
        Assert.Multiple(() =>
        {
            Assert.That(use.Members.Intersect(ClocksAndChance), Is.Empty);
            Assert.That(use.Types, Has.None.EqualTo("System.Random").And.None.EqualTo("System.Diagnostics.Stopwatch"));
        });
    }

    [Test]
    public void Domain_touches_no_file_network_console_or_environment()
    {
        string[] outside = ["System.IO.", "System.Net.", "System.Console.", "System.Environment.", "System.Diagnostics.Process", "System.Threading.Tasks."];
        Assert.That(
            AssemblyUse.Of(Domain).Members.Where(member => outside.Any(o => member.StartsWith(o, StringComparison.Ordinal)) && member != IteratorsOwn),
            Is.Empty);
    }

    [Test]
    public void Data_and_documents_do_not_know_each_other()
    {
        Assert.Multiple(() =>
        {
            Assert.That(AssemblyUse.Of(Data).Assemblies, Does.Not.Contain("KpiTracker.Documents"));
            Assert.That(AssemblyUse.Of(Documents).Assemblies, Does.Not.Contain("KpiTracker.Data"));
            Assert.That(ProjectsOf("Data"), Is.EqualTo(new[] { "Domain" }));
            Assert.That(ProjectsOf("Documents"), Is.EqualTo(new[] { "Domain" }));
        });
    }

    [Test]
    public void Nobody_but_the_tests_knows_the_web()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ProjectsOf("Web"), Is.EquivalentTo(new[] { "Data", "Documents" }));
            Assert.That(Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName), Is.EquivalentTo(new[]
            {
                "KpiTracker.Domain", "KpiTracker.Data", "KpiTracker.Documents", "KpiTracker.Web",
            }));
        });
    }

    [Test]
    public void Each_room_keeps_its_packages_to_itself()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Packages(Web), Is.Empty, "workbooks are read and written in Documents");
            Assert.That(Packages(Data), Is.Empty, "workbooks are read and written in Documents");
            Assert.That(AssemblyUse.Of(Documents).Assemblies, Has.None.StartsWith("Microsoft.EntityFrameworkCore").And.None.StartsWith("Microsoft.AspNetCore"));
        });

        static IEnumerable<string> Packages(Assembly room) => AssemblyUse.Of(room).Assemblies
            .Where(name => name is "ClosedXML" or "DocumentFormat.OpenXml" or "ExcelDataReader" or "FuzzySharp");
    }

    [Test]
    public void What_can_be_sealed_is_sealed() =>
        Assert.That(new[] { Domain, Data, Documents, Web }.SelectMany(OwnClasses).Where(type => !type.IsSealed && !type.IsAbstract && !IsInherited(type)).Select(type => type.FullName), Is.Empty);

    [Test]
    public void The_web_shows_nothing_to_the_outside_but_its_components_and_what_they_are_given()
    {
        var given = GivenToComponents();
        Assert.That(OwnClasses(Web).Where(type => type.IsPublic && !IsComponent(type) && !given.Contains(type)).Select(type => type.FullName), Is.Empty);
    }

    private static IEnumerable<string> ProjectsOf(string room) =>
        Repository.Items($"src/KpiTracker.{room}/KpiTracker.{room}.csproj", "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path).Replace("KpiTracker.", "", StringComparison.Ordinal));

    /// <summary>Top-level classes and records written by hand: neither generated nor a migration.</summary>
    private static IEnumerable<Type> OwnClasses(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsNested: false }
            && type.Namespace?.StartsWith("KpiTracker", StringComparison.Ordinal) == true
            && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal)
            && !type.IsDefined(typeof(CompilerGeneratedAttribute))
            && !(IsComponent(type) && type.Assembly == Web));

    /// <summary>The types of components' parameters, and of what those hold: the language wants them as public as the component.</summary>
    private static HashSet<Type> GivenToComponents()
    {
        var given = new HashSet<Type>();
        var open = new Stack<Type>(Web.GetTypes().Where(IsComponent).SelectMany(component => component.GetProperties())
            .Where(property => property.IsDefined(typeof(ParameterAttribute))).Select(property => property.PropertyType));
        while (open.TryPop(out var type))
        {
            var parts = type.IsGenericType ? type.GetGenericArguments() : type.GetElementType() is { } element ? [element] : Type.EmptyTypes;
            foreach (var part in parts.Concat(type.Assembly == Web && given.Add(type) ? type.GetProperties().Select(property => property.PropertyType) : []))
            {
                open.Push(part);
            }
        }

        return given;
    }

    private static bool IsComponent(Type type) => typeof(IComponent).IsAssignableFrom(type) || type.Name == "_Imports";

    private static bool IsInherited(Type type) => new[] { Domain, Data, Documents, Web }.SelectMany(a => a.GetTypes()).Any(other => other.BaseType == type);
}
