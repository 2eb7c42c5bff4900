using System.Collections.Immutable;

namespace ContainerSecurity.Images.Elf;

/// <summary>e_machine of the ELF header, and the names of Go (GOARCH) by which images name the same machines.</summary>
internal static class ElfMachines
{
    private static readonly ImmutableArray<(ushort Machine, string Name)> All =
        [(3, "386"), (20, "ppc"), (21, "ppc64le"), (22, "s390x"), (40, "arm"), (62, "amd64"), (183, "arm64"), (243, "riscv64")];

    /// <returns><c>machine 123</c> for one without a name.</returns>
    public static string NameOf(ushort machine) => All.FirstOrDefault(one => one.Machine == machine).Name ?? $"machine {machine}";

    /// <returns>0, which is no machine, for a name that is not known.</returns>
    public static ushort Find(string name) => All.FirstOrDefault(one => one.Name == name).Machine;
}
