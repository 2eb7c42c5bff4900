using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Flow;

namespace Build.Tests.Shell.Flow;

public class PipedInstallTests
{
    [Theory]
    [InlineData("curl -fsSL https://example.org/x | sh")]
    [InlineData("curl -fsSL https://example.org/x|bash -s -- --yes")]
    [InlineData("wget -qO- https://example.org/x | sudo -E bash -")]
    [InlineData("curl x | xargs -0 sh -c")]
    [InlineData("curl x | su -c sh user")]
    [InlineData("curl x | php -- --install-dir=/bin")]
    [InlineData("${SHELL} -c \"$(curl x)\"")]
    [InlineData("/usr/bin/curl x | /bin/bash")]
    [InlineData("\\curl x | sh")]
    [InlineData("\"cu\"rl x | s'h'")]
    [InlineData("curl x | tee log | sh")]
    [InlineData("curl x | gunzip -c | sh")]
    [InlineData("curl x | env A=1 bash")]
    [InlineData("curl x | xargs -0 bash -c 'true' || curl y | timeout 60 sh")]
    [InlineData("true && (curl x | sh)")]
    [InlineData("{ curl x; echo exit; } | sh")]
    [InlineData("curl x | { cat; } | sh")]
    [InlineData("curl x | ( sh )")]
    [InlineData("if true; then curl x | sh; fi")]
    [InlineData("install() { curl x | sh; }; install")]
    [InlineData("curl x | python3")]
    [InlineData("curl x | python3 -")]
    [InlineData("curl x | python3 - --version 1")]
    [InlineData("curl x | node")]
    [InlineData("curl x | perl")]
    [InlineData("curl x | bash /dev/stdin --flag")]
    [InlineData("curl x | sudo -s")]
    [InlineData("curl x | su -")]
    [InlineData("curl x | . /dev/stdin")]
    [InlineData("sh -c \"$(curl -fsSL x)\"")]
    [InlineData("bash -lc \"$(wget -qO- x)\"")]
    [InlineData("sudo sh -c \"$(curl x)\"")]
    [InlineData("eval \"$(curl x)\"")]
    [InlineData("eval `curl x`")]
    [InlineData("$(curl x)")]
    [InlineData("bash <(curl x)")]
    [InlineData("source <(curl x)")]
    [InlineData(". <(curl x)")]
    [InlineData("bash < <(curl x)")]
    [InlineData("bash <<< \"$(curl x)\"")]
    [InlineData("python -c \"$(curl x)\"")]
    [InlineData("python3 <(curl x)")]
    [InlineData("perl -e \"$(curl x)\"")]
    [InlineData("curl x > >(sh)")]
    [InlineData("curl x | tee >(bash) >/dev/null")]
    [InlineData("script=$(curl x); eval \"$script\"")]
    [InlineData("script=\"$(curl x)\" && bash -c \"$script\"")]
    [InlineData("script=$(curl x)\necho \"$script\" | sh")]
    [InlineData("export script=$(curl x)\nprintf '%s' \"$script\" | sh")]
    [InlineData("bash <<< \"$(curl x | gunzip)\"")]
    [InlineData("su - user -c 'curl x | sh'")]
    [InlineData("bash -c 'curl x | sh'")]
    [InlineData("sudo -u user bash -c \"curl x | sh\"")]
    [InlineData("bash -c \"bash -c 'curl x | sh'\"")]
    [InlineData("docker run --rm image sh -c 'curl x | sh'")]
    [InlineData("ssh host 'curl x | sh'")]
    [InlineData("bash <<EOF\ncurl x | sh\nEOF")]
    [InlineData("cat > later.sh <<'EOF'\ncurl x | sh\nEOF")]
    [InlineData("echo \"$(curl x)\" | sh")]
    [InlineData("curl x |\n  sh")]
    [InlineData("curl x \\\n  | sh")]
    [InlineData("nc host 1234 | sh")]
    [InlineData("busybox wget -O- x | busybox sh")]
    [InlineData("time curl x | sh")]
    [InlineData("! curl x | sh")]
    public void Fetched_text_that_an_interpreter_runs_is_found(string text)
    {
        var script = ShellScript.Parse(text);

        Assert.True(script.IsReadable);
        Assert.NotEmpty(ScriptWalk.FindFaults(script));
    }

    [Theory]
    [InlineData("curl -fsSL -o x https://example.org/x")]
    [InlineData("curl x | tar -xz")]
    [InlineData("curl x | jq .name")]
    [InlineData("curl x | sha256sum -c -")]
    [InlineData("curl x | python3 -m json.tool")]
    [InlineData("curl x | python3 -c 'import json, sys; print(json.load(sys.stdin))'")]
    [InlineData("curl x | node -e 'process.stdin.pipe(process.stdout)'")]
    [InlineData("curl x | python3 parse.py")]
    [InlineData("curl x | bash parse.sh")]
    [InlineData("version=$(curl x); echo \"$version\"")]
    [InlineData("bash install.sh --version \"$(curl x)\"")]
    [InlineData("echo 'run: curl x | sh'")]
    [InlineData("# curl x | sh\ntrue")]
    [InlineData("cat script | sh")]
    [InlineData("apt-get install -y curl && sh build.sh")]
    [InlineData("curl --version; sh build.sh")]
    [InlineData("curl x || sh fallback.sh")]
    [InlineData("if curl -fs x; then echo up; fi")]
    [InlineData("test \"$(curl x)\" = ok")]
    public void What_is_only_fetched_or_only_run_is_left_alone(string text)
    {
        var script = ShellScript.Parse(text);

        Assert.True(script.IsReadable);
        Assert.Empty(ScriptWalk.FindFaults(script).Select(fault => fault.Message));
    }
}
