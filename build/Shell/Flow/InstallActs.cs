using ContainerSecurity.Shell.Flow.Texts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Packages from an address, or from a file that was fetched.</summary>
internal sealed class InstallActs(ScriptWalk walk)
{
    private const int CommitLength = 40;

    // Their packages are files that run as root when they are installed, and what they fetch from an address nobody signed.
    private static readonly string[] OfSystems =
        ["apt-get", "apt", "aptitude", "dpkg", "apk", "dnf", "dnf5", "yum", "tdnf", "microdnf", "rpm", "zypper", "pacman"];

    private static readonly string[] RunsPackages = ["npx", "bunx", "pnpm", "yarn", "npm"];
    private static readonly string[] Extensions = [".deb", ".rpm", ".apk", ".whl", ".tgz", ".gem", ".tar.gz", ".zip", ".jar"];
    private static readonly string[] Moving = ["latest", "master", "main", "HEAD", "head", "upgrade"];

    public Outcome Install(Call call)
    {
        if (call.Has(Role.Check))
            return new VerifyActs(walk).Signature(call);
        if (call.Name is "dpkg" or "rpm" or "pacman" && !call.Has(Role.Extract))
            return Outcome.Either;
        var packages = call.Operands[..Math.Min(call.Operands.Length, call.Spec.EndsAfter - call.Spec.SubLength)];
        foreach (var package in (Value[])[.. packages, .. call.ValuesOf(Role.Address), .. call.ValuesOf(Role.Input)])
            Judge(call, package);
        if (call.Operands.IsEmpty && call.Name is "npm" or "yarn" or "pnpm" or "bun" or "composer")
            JudgeFolder(call, ".");
        return Outcome.Either;
    }

    private void Judge(Call call, Value package)
    {
        if (IsAddress(call, package.Text))
            JudgeAddress(call, package.Text);
        else if (package.Text is "." or ".." || package.Text.Contains('/') || HasExtension(package.Text))
            JudgeLocal(call, package);
    }

    private void JudgeAddress(Call call, string address)
    {
        if (OfSystems.Contains(call.Name))
            walk.Report(FaultKind.RunUnverified, $"{call.Name} installs {address} without a comparison of its digest", call.Line);
        else if (!IsPinned(call, address))
            Unpinned(call, address);
    }

    private void JudgeLocal(Call call, Value package)
    {
        if (call.Name == "go")
        {
            // What `go install` gets by name, DL3062 is about.
            if (call.Spec.Sub == "run" && Version(package.Text) is { } version && Moving.Contains(version))
                Unpinned(call, package.Text);
        }
        else if (walk.State.Files.File(walk.Files.Resolve(package.Text)) is { } file)
        {
            walk.Files.Judge(file, package, call.Line);
        }
        else if (package.Text.StartsWith('.') || package.Text.StartsWith('/'))
        {
            JudgeFolder(call, package.Text);
        }
    }

    private void JudgeFolder(Call call, string folder)
    {
        if (walk.State.Files.FindFolder(walk.Files.Resolve(folder), isInside: folder is not ("." or "..")) is { } content)
            walk.Files.Judge(content, new Value(call.Name), call.Line);
    }

    private void Unpinned(Call call, string package) =>
        walk.Report(FaultKind.RunUnpinned, $"{call.Name} installs {package}, which may be another program tomorrow", call.Line);

    private static bool IsAddress(Call call, string text) => text.Contains("://", StringComparison.Ordinal)
        || text.StartsWith("git+", StringComparison.Ordinal) || text.StartsWith("git@", StringComparison.Ordinal)
        || text.StartsWith("github:", StringComparison.Ordinal) || text.StartsWith("gitlab:", StringComparison.Ordinal)
        || (RunsPackages.Contains(call.Name) && call.Spec.EndsAfter < int.MaxValue && IsShorthand(text));

    /// <summary><c>owner/name</c> of GitHub, which npx runs.</summary>
    private static bool IsShorthand(string text) => text.AsSpan().Count('/') == 1 && text[0] is not ('@' or '.' or '/' or '$');

    private static bool IsPinned(Call call, string address)
    {
        if (call.Has(Role.Pin) || address.Contains("sha256=", StringComparison.Ordinal) || address.Contains("sha512=", StringComparison.Ordinal)
            || address.StartsWith("file:", StringComparison.Ordinal))
        {
            return true;
        }

        var mark = address.AsSpan().LastIndexOfAny('@', '#');
        var revision = mark < 0 ? "" : address[(mark + 1)..].Split('&')[0];
        return revision.Length >= CommitLength && Characters.All(revision, char.IsAsciiHexDigit);
    }

    private static string? Version(string package) => package.LastIndexOf('@') is > 0 and var at ? package[(at + 1)..] : null;

    private static bool HasExtension(string name) => Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.Ordinal));
}
