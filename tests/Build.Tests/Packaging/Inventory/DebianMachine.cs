using Build.Tests.Images;
using ContainerSecurity.Processes;

namespace Build.Tests.Packaging.Inventory;

/// <summary>A Debian 12 machine as far as <c>dpkg-query</c> tells of it; lines as the real one prints them.</summary>
internal static class DebianMachine
{
    public static readonly Dictionary<string, string> Owners = new(StringComparer.Ordinal)
    {
        ["/usr/lib/x86_64-linux-gnu/rcrt1.o"] = "libc6-dev:amd64",
        ["/usr/lib/x86_64-linux-gnu/libc.a"] = "libc6-dev:amd64",
        ["/usr/lib/x86_64-linux-gnu/libssl.a"] = "libssl-dev:amd64",
        ["/usr/lib/gcc/x86_64-linux-gnu/12/libgcc.a"] = "libgcc-12-dev:amd64",
        ["/lib/x86_64-linux-gnu/libold.a"] = "libold-static",
    };

    public static readonly List<string> Packages =
    [
        "installed\tca-certificates\t20230311+deb12u1\tca-certificates\t20230311+deb12u1\tall\tJulien Cristau <j@example.org>\topenssl (>= 1.1.1), "
        + "debconf (>= 0.5) | debconf-2.0",
        "installed\tgcc-12-base\t12.2.0-14+deb12u1\tgcc-12\t12.2.0-14+deb12u1\tamd64\tDebian GCC Maintainers <g@example.org>\t",
        "installed\tlibc6\t2.36-9+deb12u14\tglibc\t2.36-9+deb12u14\tamd64\tGNU Libc Maintainers <c@example.org>\tlibgcc-s1",
        "installed\tlibc6\t2.36-9+deb12u14\tglibc\t2.36-9+deb12u14\ti386\tGNU Libc Maintainers <c@example.org>\tlibgcc-s1",
        "installed\tlibc6-dev\t2.36-9+deb12u14\tglibc\t2.36-9+deb12u14\tamd64\tGNU Libc Maintainers <c@example.org>\tlibc6 (= 2.36-9+deb12u14), "
        + "libc-dev-bin (= 2.36-9+deb12u14), linux-libc-dev",
        "installed\tlibgcc-12-dev\t12.2.0-14+deb12u1\tgcc-12\t12.2.0-14+deb12u1\tamd64\tDebian GCC Maintainers <g@example.org>\tgcc-12-base (= "
        + "12.2.0-14+deb12u1), libgcc-s1 (>= 12.2.0-14+deb12u1)",
        "installed\tlibgcc-s1\t12.2.0-14+deb12u1\tgcc-12\t12.2.0-14+deb12u1\tamd64\tDebian GCC Maintainers <g@example.org>\tgcc-12-base (= "
        + "12.2.0-14+deb12u1), libc6 (>= 2.35)",
        "installed\tlibold-static\t1:2.0-1+b3\told\t1:2.0-1\tamd64\tSomeone <s@example.org>\t",
        "installed\tlibssl-dev\t3.0.22-1~deb12u2\topenssl\t3.0.22-1~deb12u2\tamd64\tDebian OpenSSL Team <o@example.org>\tlibssl-data (= "
        + "3.0.22-1~deb12u2), libssl3 (= 3.0.22-1~deb12u2)",
        "installed\tlibssl-data\t3.0.22-1~deb12u2\tssl-data\t3.0.22-1~deb12u2\tamd64\tSomeone <s@example.org>\t",
        "installed\tlibssl3\t3.0.22-1~deb12u2\topenssl\t3.0.22-1~deb12u2\tamd64\tDebian OpenSSL Team <o@example.org>\tlibc6 (>= 2.34)",
        "config-files\tlibgone\t1.0-1\tgone\t1.0-1\tamd64\tSomeone <s@example.org>\t",
    ];

    public static RecordedRunner Runner(string? certificate = null) => new(command => Answer(command, certificate));

    private static string Answer(ToolCommand command, string? certificate)
    {
        Assert.Equal("dpkg-query", command.Executable);
        Assert.Equal([0, 1], command.AcceptedExitCodes.AsEnumerable());
        var arguments = command.Arguments.SkipWhile(argument => argument.StartsWith("--admindir=", StringComparison.Ordinal)).ToList();
        return arguments[0] switch
        {
            "--search" => Lines(arguments
                .Skip(1)
                .Where(Owners.ContainsKey)
                .Select(file => $"{Owners[file]}: {file}")
                .Prepend("diversion by dash from: /bin/sh")),
            "--show" => Lines(Packages.Where(package => arguments.Skip(2).Contains(package.Split('\t')[1]))),
            "--listfiles" =>
                Lines(
                    [
                        "/.",
                        "/usr/share/doc/ca-certificates/examples/Local_Root_CA.crt",
                        .. certificate is null ? Array.Empty<string>() : [certificate],
                    ]),
            var other => throw new InvalidOperationException(other),
        };
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
