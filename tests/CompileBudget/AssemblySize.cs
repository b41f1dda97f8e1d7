using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Specwright.CompileBudget;

/// <summary>How large an assembly is.</summary>
/// <param name="Bytes">The file: code, metadata and all.</param>
/// <param name="IlBytes">Bodies of methods alone.</param>
/// <param name="Types">Declared types, those that the compiler makes up included.</param>
/// <param name="Methods">Declared methods.</param>
internal sealed record AssemblySize(long Bytes, long IlBytes, int Types, int Methods)
{
    public static AssemblySize Of(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new PEReader(file);
        var metadata = reader.GetMetadataReader();
        var il = metadata.MethodDefinitions
            .Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0)
            .Sum(method => (long)reader.GetMethodBody(method.RelativeVirtualAddress).Size);
        return new(file.Length, il, metadata.TypeDefinitions.Count, metadata.MethodDefinitions.Count);
    }
}
