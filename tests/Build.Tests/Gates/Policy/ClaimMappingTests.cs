using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Policy;

namespace Build.Tests.Gates.Policy;

public sealed class ClaimMappingTests : IDisposable
{
    private const string Measure = "- NS-3.1 **Single Container**";

    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_measure_without_an_id_fails_with_its_line()
    {
        _repository.Replace("SECURITY.md", Measure, "- **Single Container**");

        Fails(ClaimMapping.MeasureForm, "- **Single Container**");
        Fails("NS-3.1", "## Security Measures");
    }

    [Fact]
    public void A_measure_without_a_check_fails_with_its_line()
    {
        _repository.Replace("SECURITY.md", Measure, "- NS-3.9 **Perfect Safety**: nothing can happen\n" + Measure);

        Fails("NS-3.9", "Perfect Safety");
    }

    [Fact]
    public void A_check_without_a_measure_fails()
    {
        _repository.Replace("SECURITY.md", Measure, "Single Container");

        Fails("NS-3.1", "## Security Measures");
    }

    [Fact]
    public void A_check_that_is_removed_leaves_its_measure_unproven()
    {
        _repository.Replace("build/policy.yaml", "  NS-3.1:\n    name: Single Container\n    checks: [single-container]\n", "");

        var result = _repository.Judge();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(("NS-3.1", _repository.LineOf("SECURITY.md", Measure)), (Assert.Single(result.Findings).RuleId, result.Findings[0].Line));
    }

    [Fact]
    public void An_id_cannot_be_moved_to_another_promise()
    {
        _repository.Replace("SECURITY.md", Measure, "- NS-3.1 **Perfect Safety**");

        Fails("NS-3.1", "Perfect Safety");
    }

    [Fact]
    public void Every_check_has_an_id_of_its_own() => Assert.Distinct(CheckRegistry.All.Select(check => check.Id));

    [Fact]
    public void This_project_relies_on_every_check() => Assert.Equal(
        CheckRegistry.All.Select(check => check.Id).Order(), _repository.Facts().Policy.Claims.SelectMany(claim => claim.Checks).Order());

    private void Fails(string rule, string text)
    {
        var result = _repository.Judge();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(
            (rule, "SECURITY.md", _repository.LineOf("SECURITY.md", text)),
            result.Findings.Select(finding => (finding.RuleId, finding.File, finding.Line ?? 0)));
    }
}
