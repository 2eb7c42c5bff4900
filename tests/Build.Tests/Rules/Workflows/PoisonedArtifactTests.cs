namespace Build.Tests.Rules.Workflows;

public sealed class PoisonedArtifactTests
{
    [Theory]
    [InlineData(
        "7 high",
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n      - run: sh ./build.sh")]
    [InlineData(
        "7 high",
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n      - run: npm publish")]
    [InlineData(
        "7 high",
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: gh run download 7\n      - uses: ./.github/actions/x")]
    [InlineData(
        "7 medium",
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n          path: ${{ runner.temp }}/a\n      - run: make")]
    [InlineData(
        "7 high",
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: dawidd6/action-download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n      - run: python x.py")]
    [InlineData(
        "7 high",
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: gh run download 7 && sh ./x.sh")]
    public void An_artifact_of_others_must_not_be_run(string found, string text) => Assert.Equal(found, Bench.Places("CS3014", text));

    [Theory]
    [InlineData("on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n      - run: cat number.txt")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n      - run: make")]
    [InlineData("on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n      - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n      ")]
    [InlineData("on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n      - run: make")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3014", text));
}
