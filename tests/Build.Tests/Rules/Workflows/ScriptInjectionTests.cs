namespace Build.Tests.Rules.Workflows;

public sealed class ScriptInjectionTests
{
    [Theory]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.event.issue.title }}")]
    [InlineData(
        9,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          true\n          echo \"${{github.head_ref}}\"")]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github['event'].issue.body }}")]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ toJSON(github) }}")]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ GITHUB.Event.x }}")]
    [InlineData(
        10,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - env:\n          T: ${{ github.event.issue.title }}\n        name: x\n        run: echo ${{ env.T }}")]
    [InlineData(
        9,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/github-script@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          script: f(\"${{ github.event.comment.body }}\")")]
    [InlineData(
        7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ format('}}{0}', github.event.issue.title) }}")]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.event.issue.title")]
    [InlineData(
        9,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - env: {B: \"${{ env.A }}\"}\n        run: |\n          echo ${{ env.B }}\nenv:\n  A: ${{ github.head_ref }}")]
    [InlineData(
        8,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo\n        shell: bash -c 'echo ${{ github.head_ref }}' {0}")]
    [InlineData(
        9,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: azure/cli@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          inlineScript: echo ${{ github.event.comment.body }}")]
    [InlineData(
        3,
        "on: push\npermissions: {}\ndefaults: {run: {shell: \"bash -c 'echo ${{ github.head_ref }}' {0}\"}}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n      - run: y")]
    public void It_is_caught_in_a_workflow_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Workflow("CS3003", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"$TITLE\"\n        env:\n          TITLE: ${{ github.event.issue.title }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.event_name }} ${{ github.sha }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ format('github.event.x') }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ env.T }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - name: ${{ github.event.issue.title }}\n        run: x")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with: {title: \"${{ github.event.issue.title }}\"}")]
    public void A_harmless_setting_in_a_workflow_is_let_pass(string text) =>
        Assert.Empty(Bench.Workflow("CS3003", text));
}
