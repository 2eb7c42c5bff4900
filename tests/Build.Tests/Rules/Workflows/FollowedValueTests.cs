namespace Build.Tests.Rules.Workflows;

/// <summary>Values that go from step to step and from job to job are followed to who chose them.</summary>
public sealed class FollowedValueTests
{
    private const string Title = "${{ github.event.issue.title }}";

    [Theory]
    [InlineData("high", "run: echo \"t=$T\" >> $GITHUB_OUTPUT\n  env: {T: \"" + Title + "\"}")]
    [InlineData("high", "run: echo \"t=" + Title + "\" >> $GITHUB_OUTPUT")]
    [InlineData("high", "run: |\n    x=$(echo \"$GITHUB_HEAD_REF\" | tr a b)\n    echo \"t=$x\" | tee -a \"$GITHUB_OUTPUT\"")]
    [InlineData("high", "run: |\n    {\n      echo 't<<END'\n      git log -1 --format=%B\n      echo END\n    } >> $GITHUB_OUTPUT")]
    [InlineData("high", "run: |\n    cat <<EOF >> $GITHUB_OUTPUT\n    t=$T\n    EOF\n  env: {T: \"" + Title + "\"}")]
    [InlineData("high", "run: |\n    for f in $(git diff --name-only main); do\n      echo \"t=$f\" >> $GITHUB_OUTPUT\n    done")]
    [InlineData("high", "run: echo \"t=$(gh pr view 7 --json title)\" >> $GITHUB_OUTPUT")]
    [InlineData("high", "shell: pwsh\n  run: '\"t=$env:T\" >> $env:GITHUB_OUTPUT'\n  env: {T: \"" + Title + "\"}")]
    [InlineData("high", "uses: tj-actions/changed-files@v1", "all_changed_files")]
    [InlineData("high", "uses: actions/github-script@v8\n  with: {script: \"return context.payload.issue.title\"}", "result")]
    [InlineData("medium", "run: echo \"t=$GITHUB_REF_NAME\" >> $GITHUB_OUTPUT")]
    [InlineData("low", "run: echo \"t=$(./version.sh)\" >> $GITHUB_OUTPUT")]
    [InlineData("low", "uses: some/action@v1")]
    [InlineData("", "run: echo \"t=1\" >> $GITHUB_OUTPUT")]
    [InlineData("", "run: echo \"t=$GITHUB_SHA\" >> $GITHUB_OUTPUT")]
    [InlineData("", "run: echo \"t=$(git rev-parse HEAD)\" >> $GITHUB_OUTPUT")]
    [InlineData("", "run: echo \"t=$(date +%s)\" >> $GITHUB_OUTPUT")]
    [InlineData("", "run: echo \"t=$(echo \"$T\" | sha256sum | cut -c1-8)\" >> $GITHUB_OUTPUT\n  env: {T: \"" + Title + "\"}")]
    [InlineData("", "run: |\n    if [[ $T == x ]]; then echo \"t=true\" >> $GITHUB_OUTPUT; else echo \"t=false\" >> $GITHUB_OUTPUT; fi\n  env: {T: \"" + Title + "\"}")]
    [InlineData("", "run: |\n    echo \"t=1\" >> $GITHUB_OUTPUT\n    echo \"u=$T\" >> $GITHUB_OUTPUT\n  env: {T: \"" + Title + "\"}")]
    [InlineData("", "run: echo \"t=$(jq -r .issue.number \"$GITHUB_EVENT_PATH\")\" >> $GITHUB_OUTPUT")]
    [InlineData("", "uses: tj-actions/changed-files@v1", "any_changed")]
    [InlineData("", "uses: actions/cache@v4", "cache-hit")]
    public void An_output_is_what_the_step_writes(string severity, string step, string output = "t")
    {
        var text = "on: [issues, create]\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    outputs: {o: \"${{ steps.s.outputs." + output + " }}\"}\n    steps:\n      - id: s\n        "
            + step.Replace("\n", "\n      ", StringComparison.Ordinal) + "\n      - run: echo ${{ steps.s.outputs." + output + " }}\n"
            + "  b:\n    runs-on: x\n    needs: a\n    strategy: {matrix: {m: \"${{ fromJSON(needs.a.outputs.o) }}\", fixed: [1, 2]}}\n    steps:\n"
            + "      - run: echo ${{ needs.a.outputs.o }}\n      - run: echo ${{ matrix.m }}\n      - run: echo ${{ matrix.fixed }}\n";

        var found = Bench.Severities("CS3003", text).Select(found => found.Split(' ')[1]).Order();

        // The step itself, where it holds the expression, and three uses.
        Assert.Equal(severity.Length == 0 ? [] : [severity], found.Distinct());
        Assert.Equal(severity.Length == 0 ? 0 : step.Contains("echo \"t=" + Title, StringComparison.Ordinal) ? 4 : 3, found.Count());
    }

    [Theory]
    [InlineData("high", "echo \"A=$T\" >> $GITHUB_ENV", "")]
    [InlineData("high", "echo \"A=$T\" >> $GITHUB_ENV", "A: outer")]
    [InlineData("", "echo \"A=1\" >> $GITHUB_ENV", "A: \"" + Title + "\"")]
    [InlineData("", "echo \"B=$T\" >> $GITHUB_ENV", "A: outer")]
    [InlineData("high", "true", "A: \"" + Title + "\"")]
    public void A_variable_is_what_the_last_step_wrote_or_the_job_says(string severity, string first, string environment)
    {
        var text = "on: issues\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    env: {" + environment + "}\n    steps:\n"
            + "      - run: " + first + "\n        env: {T: \"" + Title + "\"}\n      - run: echo ${{ env.A }}\n      - run: echo ${{ env.A }}\n        env: {A: own}\n";

        Assert.Equal(severity.Length == 0 ? [] : [severity], Bench.Severities("CS3003", text).Select(found => found.Split(' ')[1]));
    }

    [Theory]
    [InlineData("matrix: {include: [{m: a}, {m: \"" + Title + "\"}]}", "high")]
    [InlineData("matrix: \"${{ fromJSON(inputs.m) }}\"", "low")]
    [InlineData("matrix: {m: [\"${{ github.sha }}\", {a: b}], include: \"${{ fromJSON(github.event.comment.body) }}\"}", "high")]
    [InlineData("matrix: {m: [a, b], n: [\"" + Title + "\"]}", "")]
    public void A_value_of_the_matrix_is_what_stands_there(string matrix, string severity)
    {
        var text = "on: issues\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    strategy: {" + matrix
            + "}\n    steps: [{run: \"echo ${{ matrix.m }}\"}]\n";

        Assert.Equal(severity.Length == 0 ? [] : [severity], Bench.Severities("CS3003", text).Select(found => found.Split(' ')[1]));
    }
}
