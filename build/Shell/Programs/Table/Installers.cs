namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>Package managers, each with the words after which packages follow.</summary>
internal static class Installers
{
    private const string Apt = "o t c option target-release config-file a host-architecture";
    private const string Dnf = "c config repo repoid enablerepo disablerepo x exclude releasever installroot setopt";
    private const string Pip = "r>Input requirement>Input c constraint i index-url extra-index-url t target f find-links e>Address editable>Address "
        + "prefix root cache-dir trusted-host platform python-version proxy timeout";
    private const string Npm = "prefix registry C w workspace cache userconfig loglevel tag omit include save-prefix";
    private const string Uv = "p python from>Address with>Address index-url extra-index-url index default-index directory project c constraint "
        + "group extra with-requirements";

    public static ProgramSpec[] All { get; } =
    [
        new("apt-get apt aptitude", Act.Install) { Sub = "install|build-dep|reinstall", Values = Apt },
        new("apt-get apt aptitude", Act.Other) { Values = Apt },
        new("dpkg", Act.Install) { Values = "root admindir instdir", Flags = "i>Extract install>Extract unpack>Extract" },
        new("apk", Act.Install) { Sub = "add", Values = "X repository t virtual p root keys-dir repositories-file" },
        new("apk", Act.Other) { Values = "X repository p root" },
        new("dnf dnf5 yum tdnf", Act.Install) { Sub = "install|localinstall|groupinstall|reinstall", Values = Dnf },
        new("microdnf", Act.Install) { Sub = "install", Values = Dnf },
        new("dnf dnf5 yum tdnf microdnf", Act.Other) { Values = Dnf },
        new("rpm", Act.Install)
        {
            Values = "define root dbpath prefix relocate",
            Flags = "i>Extract U>Extract F>Extract install>Extract upgrade>Extract freshen>Extract q>NoContent query>NoContent V>NoContent "
                + "e>NoContent import>NoContent K>Check checksig>Check",
        },
        new("zypper", Act.Install) { Sub = "install|in", Values = "r repo from name t type R root" },
        new("zypper", Act.Other) { Values = "r repo R root" },
        new("pacman", Act.Install) { Values = "r root b dbpath config", Flags = "S>Extract U>Extract Q>NoContent R>NoContent" },
        new("pip", Act.Install) { Sub = "install", Values = Pip, Flags = "require-hashes>Pin" },
        new("pip", Act.Install) { Sub = "wheel", Values = Pip, Flags = "require-hashes>Pin" },
        new("pip", Act.Other) { Values = "proxy timeout cache-dir" },
        new("pipx", Act.Install) { Sub = "install", Values = "spec>Address python pip-args index-url" },
        new("pipx", Act.Install) { Sub = "run", Values = "spec>Address python pip-args index-url", EndsAfter = 2 },
        new("easy_install", Act.Install) { Values = "i index-url f d" },
        new("uvx", Act.Install) { Values = Uv, EndsAfter = 1 },
        new("uv", Act.Install) { Sub = "add", Values = Uv },
        new("uv", Act.Install) { Sub = "pip install", Values = Pip + " p python", Flags = "require-hashes>Pin" },
        new("uv", Act.Install) { Sub = "tool install", Values = Uv },
        new("uv", Act.Install) { Sub = "tool run", Values = Uv, EndsAfter = 3 },
        new("uv", Act.Wrap) { Sub = "run", Values = Uv, EndsAfter = 2 },
        new("uv", Act.Install) { Sub = "install", Values = Uv },
        new("npm", Act.Install) { Sub = "install|i|add|ci", Values = Npm },
        new("npm", Act.Install) { Sub = "exec|x", Values = Npm + " p>Address package>Address c call", EndsAfter = 2 },
        new("npm", Act.Other) { Values = Npm },
        new("npx", Act.Install) { Values = "p>Address package>Address c call", EndsAfter = 1 },
        new("yarn", Act.Install) { Sub = "add|install", Values = "cwd modules-folder registry" },
        new("yarn", Act.Install) { Sub = "global add", Values = "prefix cwd registry" },
        new("yarn", Act.Install) { Sub = "dlx", Values = "p>Address package>Address", EndsAfter = 2 },
        new("pnpm", Act.Install) { Sub = "add|install|i", Values = "C dir filter registry store-dir" },
        new("pnpm", Act.Install) { Sub = "dlx", Values = "package>Address", EndsAfter = 2 },
        new("gem", Act.Install) { Sub = "install", Values = "v version i install-dir n bindir s source P trust-policy" },
        new("cargo", Act.Install)
        {
            Sub = "install",
            Values = "git>Address rev>Pin tag branch path version vers root target features F j jobs registry index profile",
        },
        new("cargo", Act.Install) { Sub = "binstall", Values = "version targets install-path git>Address" },
        new("go", Act.Install) { Sub = "install|get", IsSingleDash = true, Values = "ldflags tags o mod p gcflags modfile" },
        new("go", Act.Install) { Sub = "run", IsSingleDash = true, Values = "ldflags tags o mod p exec gcflags modfile", EndsAfter = 2 },
        new("brew", Act.Install) { Sub = "install", Values = "cc" },
        new("snap", Act.Install) { Sub = "install", Values = "channel revision" },
        new("flatpak", Act.Install) { Sub = "install", Values = "arch" },
        new("conda mamba micromamba", Act.Install) { Sub = "install|create", Values = "n name p prefix c channel f>Input file>Input" },
        new("composer", Act.Install) { Sub = "require|install", Values = "d working-dir" },
        new("composer", Act.Install) { Sub = "global require", Values = "d working-dir" },
        new("dotnet", Act.Install) { Sub = "tool install|update|run", Values = "version tool-path add-source framework v" },
        new("dotnet", Act.Install) { Sub = "workload install", Values = "version source" },
        new("luarocks opam", Act.Install) { Sub = "install", Values = "server tree" },
        new("cpan cpanm", Act.Install) { Values = "l M mirror" },
        new("helm", Act.Install) { Sub = "plugin install", Values = "version" },
        new("ansible-galaxy", Act.Install) { Sub = "install|collection", Values = "r p" },
    ];
}
