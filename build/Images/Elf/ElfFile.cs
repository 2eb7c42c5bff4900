using System.Collections.Immutable;

namespace ContainerSecurity.Images.Elf;

/// <summary>What an ELF file says about how it is loaded and hardened.</summary>
internal sealed record ElfFile
{
    /// <summary>32 or 64.</summary>
    public required int Bits { get; init; }

    /// <summary>GOARCH name, so that it can be compared with an image's platform; <c>machine 123</c> for one without.</summary>
    public required string Architecture { get; init; }

    public required ElfType Type { get; init; }

    /// <summary>The program loader asked for by PT_INTERP; null without one.</summary>
    public string? Interpreter { get; init; }

    /// <summary>Shared libraries asked for by DT_NEEDED.</summary>
    public ImmutableArray<string> Needed { get; init; } = [];

    /// <summary>Folders of DT_RPATH and DT_RUNPATH, where the loader looks for libraries before those of the system.</summary>
    public ImmutableArray<string> SearchPaths { get; init; } = [];

    public bool IsPositionIndependent { get; init; }

    public bool HasNonExecutableStack { get; init; }

    public Relro Relro { get; init; }

    /// <summary>Version and commit of the Native AOT compiler, from the text it leaves in the file; null without it.</summary>
    public string? IlcVersion { get; init; }

    /// <summary>Version of an OpenSSL that is linked in; null without one.</summary>
    public string? OpenSslVersion { get; init; }

    /// <summary>The shell that it is, by a text that it prints; null for any other program, or a shell that is not known.</summary>
    public string? Shell { get; init; }

    /// <summary>Needs neither a loader nor a library. A static-pie executable has a dynamic section too, so that section does not decide.</summary>
    public bool IsStatic => Interpreter is null && Needed.IsEmpty;
}
