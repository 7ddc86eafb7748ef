using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KpiTracker.Tests.Architecture;

/// <summary>What an assembly uses of others, read from its metadata: what is written there is what the compiler saw.</summary>
internal sealed class AssemblyUse
{
    private AssemblyUse(IReadOnlySet<string> assemblies, IReadOnlySet<string> types, IReadOnlySet<string> members)
    {
        Assemblies = assemblies;
        Types = types;
        Members = members;
    }

    public IReadOnlySet<string> Assemblies { get; }

    /// <summary><c>System.DateTime</c>.</summary>
    public IReadOnlySet<string> Types { get; }

    /// <summary><c>System.DateTime.get_Now</c>.</summary>
    public IReadOnlySet<string> Members { get; }

    public static AssemblyUse Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        return new AssemblyUse(
            reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).ToHashSet(),
            reader.TypeReferences.Select(handle => NameOf(reader, handle)).ToHashSet(),
            reader.MemberReferences.Select(handle => NameOf(reader, reader.GetMemberReference(handle))).OfType<string>().ToHashSet());
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{reader.GetString(type.Namespace)}.{name}";
    }

    private static string? NameOf(MetadataReader reader, MemberReference member) => member.Parent.Kind == HandleKind.TypeReference
        ? $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}"
        : null;
}
