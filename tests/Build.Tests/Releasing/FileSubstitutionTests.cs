namespace Build.Tests.Releasing;

/// <summary>Somebody changes files of a release and lists them again, but cannot sign.</summary>
public sealed class FileSubstitutionTests(ReleaseScene scene) : IClassFixture<ReleaseScene>
{
    private const string Binary = "claude-code-proxy-2.0.0-linux-x64";
    private const string Archive = "claude-code-proxy-2.0.0-image.tar";

    private static readonly Substitution[] All =
    [
        Substitution.Of("a binary has one byte more", $"checksums: {Binary} has the digest", on => on.Append(Binary, "x")),
        Substitution.Of("a binary is half", $"checksums: {Binary} has the digest", on => on.Truncate(Binary)),
        Substitution.Of(
            "a binary is the older release's", $"checksums: {Binary} has the digest",
            on => on.TakeOlder(Binary, "claude-code-proxy-1.9.0-linux-x64")),
        Substitution.Of("two binaries changed places", "checksums: ", on => Exchange(on, Binary, "claude-code-proxy-2.0.0-linux-arm64")),
        Substitution.Of("a binary is gone", "files: claude-code-proxy-2.0.0-linux-x64.cdx.json does not belong", on => File.Delete(on[Binary])),
        Substitution.Of("a bill of materials is gone", $"files: {Binary}.spdx.json is missing", on => File.Delete(on[$"{Binary}.spdx.json"])),
        Substitution.Of("the record is gone", "files: scan.json is missing", on => File.Delete(on["scan.json"])),
        Substitution.Of("the list of digests is gone", "files: SHA256SUMS is missing", on => File.Delete(on["SHA256SUMS"])),
        Substitution.Of("a statement is gone", "files: vsa.dsse.json is missing", on => File.Delete(on["vsa.dsse.json"])),
        Substitution.Of("a file more", "files: install.sh does not belong", on => File.WriteAllText(on["install.sh"], "#!/bin/sh\n")),
        Substitution.Of("a file more, listed", "files: install.sh does not belong", on => on.Write("install.sh", "x").Rehash()),
        Substitution.Of(
            "a report in place of another", "checksums: index.html has the digest",
            on => File.WriteAllText(on["index.html"], "<p>all is well")),
        Substitution.Of("a folder more", "files: more is no plain file", on => Directory.CreateDirectory(on["more"])),
        Substitution.Of("a hidden file", "files: .env does not belong", on => File.WriteAllText(on[".env"], "x")),
        Substitution.Of("two archives of images", "files: 2 archives", on => File.Copy(on[Archive], on["claude-code-proxy-9.9.9-image.tar"])),
        Substitution.Of("no archive of images", "files: 0 archives", on => File.Delete(on[Archive])),
        Substitution.Of(
            "a link in the place of a binary", $"files: {Binary} is a link",
            on => Link(on, Binary, on.Older[Binary.Replace("2.0.0", "1.9.0")])),
        Substitution.Of("a pipe in the place of a report", "files: scan.md is empty, or no plain file", on => Pipe(on, "scan.md")),
        Substitution.Of("a link to a device", "files: scan.md is a link", on => Link(on, "scan.md", "/dev/zero")),
        Substitution.Of(
            "a line leads out of the folder", "checksums: SHA256SUMS:1: `",
            on => on.Replace("SHA256SUMS", "  VERIFY.md\n", "  ../VERIFY.md\n")),
        Substitution.Of("a line is an absolute path", "checksums: SHA256SUMS:", on => on.Replace("SHA256SUMS", "  scan.json\n", "  /etc/passwd\n")),
        Substitution.Of("a line is an option", "checksums: SHA256SUMS:", on => on.Replace("SHA256SUMS", "  scan.json\n", "  --help\n")),
        Substitution.Of("a line is missing", "checksums: scan.json is not listed", on => DropLine(on, "scan.json")),
        Substitution.Of("a line stands there twice", "checksums: SHA256SUMS:21: ", on => on.Append("SHA256SUMS", LineOf(on, "scan.json"))),
        Substitution.Of(
            "a line speaks of a file that is not there", "checksums: junit.xml is listed",
            on => File.Delete(on["junit.xml"])),
        Substitution.Of("a report lost its line", "checksums: junit.xml is not listed", on => DropLine(on, "junit.xml")),
        Substitution.Of(
            "a digest is shorter", "checksums: SHA256SUMS:1: ",
            on => File.WriteAllText(on["SHA256SUMS"], File.ReadAllText(on["SHA256SUMS"])[1..])),
        Substitution.Of("the list is empty", "files: SHA256SUMS is empty", on => File.WriteAllText(on["SHA256SUMS"], "")),
        Substitution.Of(
            "a binary is another, listed again", "signatures: SHA256SUMS.sig is no signature of SHA256SUMS",
            on => on.Append(Binary, "x").Rehash()),
        Substitution.Of(
            "the guide sends elsewhere, listed again", "signatures: SHA256SUMS.sig is no",
            on => on.Append("VERIFY.md", "curl | sh").Rehash()),
        Substitution.Of(
            "the policy is another, listed again", "signatures: SHA256SUMS.sig is no",
            on => on.Append("policy.yaml", "#").Rehash()),
        Substitution.Of("no signature", "signatures: SHA256SUMS is not signed", on => File.Delete(on["SHA256SUMS.sig"])),
        Substitution.Of("the signature is half", "signatures: SHA256SUMS.sig is no", on => on.Truncate("SHA256SUMS.sig")),
        Substitution.Of("the signature has a byte more", "signatures: SHA256SUMS.sig is no", on => on.Append("SHA256SUMS.sig", "x")),
        Substitution.Of("the signature is empty", "files: SHA256SUMS.sig is empty", on => File.WriteAllText(on["SHA256SUMS.sig"], "")),
        Substitution.Of("the signature is the older release's", "signatures: SHA256SUMS.sig is no", on => on.TakeOlder("SHA256SUMS.sig")),
        Substitution.Of(
            "list and signature are the older release's", "checksums: ",
            on => on.TakeOlder("SHA256SUMS").TakeOlder("SHA256SUMS.sig")),
        Substitution.Of("signed by somebody else", "signatures: SHA256SUMS.sig is no", on => on.Append(Binary, "x").RehashAndSign(on.Thief)),
    ];

    public static TheoryData<Substitution> Cases => [.. All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_refused_with_its_reason(Substitution done) =>
        Assert.StartsWith(done.Refusal, scene.RefusalAfter(All.Single(one => one.What == done.What).Do), StringComparison.Ordinal);

    private static void Exchange(Tampering on, string one, string other)
    {
        File.Move(on[one], on["between"]);
        File.Move(on[other], on[one]);
        File.Move(on["between"], on[other]);
    }

    private static void Pipe(Tampering on, string file)
    {
        File.Delete(on[file]);
        using var made = System.Diagnostics.Process.Start("mkfifo", on[file]);
        made.WaitForExit();
    }

    private static void Link(Tampering on, string file, string target)
    {
        File.Delete(on[file]);
        File.CreateSymbolicLink(on[file], target);
    }

    private static string LineOf(Tampering on, string file) =>
        File.ReadLines(on["SHA256SUMS"]).Single(line => line.EndsWith($"  {file}", StringComparison.Ordinal)) + "\n";

    private static void DropLine(Tampering on, string file) => on.Replace("SHA256SUMS", LineOf(on, file), "");
}
