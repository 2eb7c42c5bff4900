using ContainerSecurity.Checkout;

namespace ContainerSecurity.Packaging.Sysroots;

/// <summary>Tells CMake, which compiles .NET's calls to OpenSSL, for which machine it compiles (cmake-toolchains(7)).</summary>
internal static class CMakeToolchain
{
    /// <summary>CMake reads it from the environment (cmake-env-variables(7)).</summary>
    public const string Variable = "CMAKE_TOOLCHAIN_FILE";

    /// <returns>The file, written beside the sysroot.</returns>
    public static string Write(string rid, string sysroot)
    {
        var triplet = RidNames.Triplet(rid);
        var file = sysroot.TrimEnd('/') + ".cmake";
        AtomicOutput.File(file, System.Text.Encoding.UTF8.GetBytes(
            $"""
            set(CMAKE_SYSTEM_NAME Linux)
            set(CMAKE_SYSTEM_PROCESSOR {triplet.Split('-')[0]})
            set(CMAKE_SYSROOT "{sysroot}")
            set(CMAKE_C_COMPILER clang)
            set(CMAKE_C_COMPILER_TARGET {triplet})
            set(CMAKE_EXE_LINKER_FLAGS_INIT -fuse-ld=lld)
            set(CMAKE_SHARED_LINKER_FLAGS_INIT -fuse-ld=lld)

            """));
        return file;
    }
}
