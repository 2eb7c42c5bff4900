namespace Build.Tests.Rules.Workflows;

public sealed class ObfuscationTests
{
    [Theory]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b/./c@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b/c/../d@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a//b@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ format('{0}', 'x') }}")]
    [InlineData(
        "8 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          echo ${{ 'x' }}")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ true && 'x' }}")]
    [InlineData(
        "8 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: ${{ fromJSON(github.event.x) }}")]
    public void What_is_roundabout_is_told(string found, string text) => Assert.Equal(found, Bench.Places("CS3021", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b/c@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./a/b/")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ format('{0}', github.sha) }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ fromJSON('[1]')[0] }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ '{{' }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - if: ${{ false }}\n        run: x")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3021", text));
}
