using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Policy;

namespace Build.Tests.Gates.Policy;

public sealed class PolicyGateTests : IDisposable
{
    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void This_repository_keeps_what_it_promises()
    {
        var result = _repository.Judge();

        Assert.Empty(result.Findings.Select(finding => $"{finding.File}:{finding.Line} {finding.Message}"));
        Assert.Empty(result.Notes);
        Assert.Equal(("policy", "built-in", Verdict.Pass), (result.Name, result.Engine, result.Verdict));
    }

    [Fact]
    public void Each_claim_of_SECURITY_md_is_in_the_record_with_the_evidence_of_each_check()
    {
        var claims = _repository.Judge().Claims;

        Assert.Equal(
            _repository.Facts().Document.Measures.Select(measure => (measure.Id, measure.Text)),
            claims.Select(claim => (claim.Id, claim.Statement)));
        Assert.All(
            claims.SelectMany(claim => claim.Checks).Where(check => check.Subject is "tree" or "image"),
            check => Assert.True(check is { Holds: true, Evidence.Length: > 0 }, check.Id));
    }

    [Fact]
    public void A_scan_leaves_to_Verify_what_it_has_no_time_for_and_calls_no_such_claim_proven()
    {
        var claim = _repository.Judge().Claims.Single(claim => claim.Checks is [{ Subject: "build" }]);

        Assert.Equal((Verdict.Incomplete, "only --target=Verify looks at it"), (claim.Verdict, claim.Checks[0].NotTried));
    }

    [Fact]
    public void Without_an_image_the_gate_is_incomplete_and_says_why()
    {
        var result = _repository.JudgeWithoutImage("Dockerfile:3 cannot be built");

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains(
            result.Notes, note => note.StartsWith("DM-4.1 not checked", StringComparison.Ordinal) && note.Contains("Dockerfile:3 cannot be built"));
    }

    [Fact]
    public void A_Dockerfile_that_is_none_makes_the_gate_incomplete_and_not_an_error()
    {
        var result = _repository.Write("Dockerfile", "FROM\nNONSENSE here\n").JudgeWithoutImage("no Dockerfile");

        Assert.Contains(result.Notes, note => note.Contains("Dockerfile:", StringComparison.Ordinal));
        Assert.NotEqual(Verdict.Pass, result.Verdict);
        Assert.NotEqual(Verdict.Error, result.Verdict);
    }

    [Fact]
    public void Dockerfiles_chosen_by_option_do_not_hide_the_repositorys_own()
    {
        var input = _repository.Input();
        input = input
            with
        { Options = input.Options with { Dockerfiles = ["other/*"] }, LintedDockerfiles = [], Images = [new SampleImage().Open()] };

        Assert.Equal(Verdict.Pass, SampleRepository.Judge(input).Verdict);
    }

    [Fact]
    public void A_repository_without_a_Dockerfile_of_its_own_makes_the_gate_incomplete()
    {
        var input = _repository.Input() with { LintedDockerfiles = [], Images = [new SampleImage().Open()] };

        Assert.Equal(Verdict.Incomplete, SampleRepository.Judge(input).Verdict);
    }

    [Fact]
    public async Task A_devcontainer_json_that_is_no_JSON_is_unseen_and_named_with_its_line()
    {
        _repository.Write(".devcontainer/devcontainer.json", "{\n  \"name\": \"a\",\n  oops\n}\n");

        var result = await PolicyGate.Create(PolicyDepth.TreeAndImage).RunAsync(_repository.Input(), CancellationToken.None);

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains(result.Notes, note => note.Contains("not checked: .devcontainer/devcontainer.json:3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_SECURITY_md_is_an_error()
    {
        _repository.Delete("SECURITY.md");

        var result = await PolicyGate.Create(PolicyDepth.TreeAndImage).RunAsync(_repository.Input(), CancellationToken.None);

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("SECURITY.md", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_below_the_threshold_stay_in_the_report_and_do_not_fail_it()
    {
        _repository.Replace("Dockerfile", "EXPOSE 8082", "EXPOSE 8082 9999");
        var input = _repository.Input() with { Images = [new SampleImage().Open()] };

        var result = SampleRepository.Judge(input with { Options = input.Options with { FailOn = Severity.Critical } });

        Assert.NotEmpty(result.Findings);
        Assert.Equal(Verdict.Pass, result.Verdict);
    }
}
