using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Programs;

namespace Build.Tests.Shell.Flow;

/// <summary>A download is compared when it is that file and a difference stops the script.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("curl -o t https://a.b/t && echo \"00  t\" | sha256sum -c - && sh t")]
    [InlineData("curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c || exit 1; sh t")]
    [InlineData("curl -o t https://a.b/t; echo \"00  t\" | shasum -a 256 -c || { echo no >&2; exit 1; }; sh t")]
    [InlineData("curl -o t https://a.b/t; if ! echo \"00  t\" | sha512sum --check; then exit 1; fi; sh t")]
    [InlineData("set -e; curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c; sh t")]
    [InlineData("set -euo pipefail\ncurl -o t https://a.b/t\nprintf '%s  %s\\n' \"$SUM\" t | b2sum -c\nsh t")]
    [InlineData("#!/bin/sh -e\ncurl -o t https://a.b/t\necho \"00  t\" | md5sum -c\nsh t")]
    [InlineData("bash -eo pipefail -c 'curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c; sh t'")]
    [InlineData("curl -o t https://a.b/t; [ \"$(sha256sum t | cut -d\" \" -f1)\" = \"$SUM\" ] || exit 1; sh t")]
    [InlineData("curl -o t https://a.b/t; sum=$(sha256sum t | awk '{print $1}'); if [[ $sum != 00 ]]; then exit 1; fi; sh t")]
    [InlineData("curl -o t https://a.b/t && sha256sum t | grep -q ^00 && sh t")]
    [InlineData("set -e; curl -o t https://a.b/t; [ \"$(sha256sum t | cut -c1-64)\" = 00 ]; sh t")]
    [InlineData("curl -o t https://a.b/t && openssl dgst -sha256 -verify key.pem -signature t.sig t && sh t")]
    [InlineData("curl -o t https://a.b/t && gpg --batch --verify t.asc t && sh t")]
    [InlineData("curl -o t https://a.b/t && minisign -V -P key -m t && sh t")]
    [InlineData("curl -o t https://a.b/t && cosign verify-blob --key k.pub --signature t.sig t && sh t")]
    [InlineData("curl -o t https://a.b/t && echo \"00  t\" | sha256sum -c && mv t /usr/local/bin/u && chmod +x /usr/local/bin/u && u")]
    [InlineData("check() { echo \"$2  $1\" | sha256sum -c - || exit 1; }; curl -o t https://a.b/t; check t 00; sh t")]
    [InlineData("set -e\ncase $1 in\na) curl -o t https://a.b/1; echo \"00  t\" | sha256sum -c;;\n*) exit 1;;\nesac\nsh t")]
    [InlineData("set -e\nif a; then curl -o t b/1; echo '00 t' | sha256sum -c\nelse curl -o t b/2; echo '1 t' | sha256sum -c; fi\nsh t")]
    [InlineData("php -r \"copy('https://a.b/s', 's');\" && php -r \"if (hash_file('sha384', 's') !== '00') { exit(1); }\" && php s")]
    public void It_is_let_pass(string text) => Assert.Empty(Faults(text));

    [Theory]
    [InlineData("curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c; sh t")]
    [InlineData("curl -o t https://a.b/t && (echo \"00  t\" | sha256sum -c || true) && sh t")]
    [InlineData("curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c || echo wrong; sh t")]
    [InlineData("curl -o t https://a.b/t && echo \"00  other\" | sha256sum -c && sh t")]
    [InlineData("curl -o t https://a.b/t && sha256sum t && sh t")]
    [InlineData("curl -o t https://a.b/t && openssl version && sh t")]
    [InlineData("curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c | tee log && sh t")]
    [InlineData("set -e; curl -o t https://a.b/t; if [ -n \"$SUM\" ]; then echo \"$SUM  t\" | sha256sum -c; fi; sh t")]
    [InlineData("check() { echo \"$2  $1\" | sha256sum -c - || return 1; }; curl -o t https://a.b/t; check t 00; sh t")]
    [InlineData("set -e; curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c & sh t")]
    [InlineData("set -e; curl -o t https://a.b/t; echo \"00  t\" | sha256sum -c && echo fine; sh t")]
    [InlineData("set -e; curl -o t https://a.b/t; [ -n \"$SUM\" ] && echo \"$SUM  t\" | sha256sum -c; sh t")]
    [InlineData("php -r \"copy('https://a.b/t', 't');\" && php -r \"if (hash_file('md5', 'u') !== '0') { exit(1); }\" && php t")]
    [InlineData("php -r \"copy('https://a.b/t', 't');\" && php -r \"echo hash_file('sha384', 't');\" && php t")]
    [InlineData("curl -o t https://a.b/t; bash -c 'echo \"00  t\" | sha256sum -c; true'; sh t")]
    public void What_forgives_a_difference_or_asks_another_file_is_none(string text) =>
        Assert.Equal([FaultKind.RunUnverified], Faults(text).Select(fault => fault.Kind));

    [Theory]
    [InlineData("curl -O https://a.b/t && curl -O https://a.b/t.sum && sha256sum -c t.sum && sh t")]
    [InlineData("curl -O https://a.b/t; curl https://a.b/key | gpg --import && gpg --verify t.sig t && sh t")]
    public void A_digest_or_key_of_the_same_origin_is_a_weak_one(string text) =>
        Assert.Equal([FaultKind.ComparedWithItself], Faults(text).Select(fault => fault.Kind));

    private static List<CommandFault> Faults(string text)
    {
        var script = ShellScript.Parse(text);
        Assert.True(script.IsReadable);
        return ScriptWalk.FindFaults(script);
    }
}
