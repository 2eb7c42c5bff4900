using System.Diagnostics;
using System.Globalization;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint;
using Xunit.Abstractions;

namespace Build.Tests.Rules;

/// <summary>
/// The cost of all rules grows with the length of a file, not with its square: eight times as much takes less than thirty times as long.
/// </summary>
public sealed class RuleCostTests(ITestOutputHelper output)
{
    private static readonly LintConfiguration Settings = new();

    [Fact]
    public void A_long_script_of_a_workflow_costs_what_its_lines_cost() => Linear(1_500, lines =>
    {
        const string Path = ".github/workflows/a.yml";
        var script = Repeat(lines, "          V{0}=$(curl -fsSL https://a/{0}) && echo \"$V{0}\" > /tmp/{0}\n");
        var text = $"on: push\njobs:\n  a:\n    steps:\n      - run: |\n{script}";
        var file = Timed("parse", () => ConfigurationFileReader.Read(ConfigurationFileNames.KindOf(Path)!.Value, Path, text));
        var source = Timed("read", () => CommandSourceReader.Read(file, Settings));
        foreach (var rule in DockerfileRules.All)
            Timed(rule.Id, () => rule.Check(source).ToList());
    });

    [Fact]
    public void A_long_Dockerfile_costs_what_its_instructions_cost() => Linear(1_250, runs =>
        JudgeDockerfile($"FROM scratch\n{Repeat(runs, "RUN curl -fsSL -o /tmp/f{0} https://a/{0} && chmod +x /tmp/f{0}\n")}"));

    [Fact]
    public void A_long_ENV_costs_what_its_variables_cost() => Linear(400, pairs =>
        JudgeDockerfile($"FROM scratch\nENV {Repeat(pairs, "V{0}=x$Y{0} ")}\nLABEL {Repeat(pairs, "l{0}=x$V{0} ")}\n"));

    private void JudgeDockerfile(string text)
    {
        var dockerfile = Timed("parse", () => DockerfileParser.Parse("Dockerfile", text).Dockerfile!);
        var file = Timed("lint", () => LintedFile.Create(dockerfile, Settings));
        foreach (var rule in HadolintRules.All)
            Timed(rule.Id, () => rule.Check(file).ToList());
        var build = new DockerBuild(dockerfile);
        Timed("docker", () => DockerFindings.Find(build, file).ToList());
        var source = Timed("read", () => CommandSourceReader.Read(build, Settings));
        foreach (var rule in DockerfileRules.All)
            Timed(rule.Id, () => rule.Check(source).ToList());
        Timed("filter", () => OwnFindings.Find(source, file).ToList());
    }

    private void Linear(int size, Action<int> judge)
    {
        judge(size);
        var once = Stopwatch.StartNew();
        judge(size);
        once.Stop();
        var limit = Math.Max(30 * once.ElapsedMilliseconds, 2_000);
        // Other tests run at the same time: what is linear is so at one time of three.
        var times = Enumerable.Range(0, 3).Select(_ => Measure(() => judge(8 * size)));
        Assert.Contains(times, time => time <= limit);

        long Measure(Action action)
        {
            var eight = Stopwatch.StartNew();
            action();
            output.WriteLine($"{size}: {once.ElapsedMilliseconds} ms, {8 * size}: {eight.ElapsedMilliseconds} ms");
            return eight.ElapsedMilliseconds;
        }
    }

    private T Timed<T>(string what, Func<T> part)
    {
        var watch = Stopwatch.StartNew();
        var result = part();
        if (watch.ElapsedMilliseconds > 50)
            output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        return result;
    }

    private static string Repeat(int times, string line) =>
        string.Concat(Enumerable.Range(0, times)
            .Select(number => line.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
