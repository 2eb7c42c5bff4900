namespace Build.Tests.Rules.Workflows;

public sealed class RunnerFileInjectionTests
{
    [Theory]
    [InlineData(
        "7 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=$T\" >> \"$GITHUB_ENV\"\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "7 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"$T\" >> $GITHUB_PATH\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "7 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=${{ github.event.issue.title }}\" | tee -a $GITHUB_ENV")]
    [InlineData(
        "7 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: printf 'A=%s\\n' \"$GITHUB_HEAD_REF\" >> $GITHUB_ENV")]
    [InlineData(
        "8 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          cat >> \"$GITHUB_ENV\" <<EOF\n          A=$T\n          EOF\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "11 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          {\n            echo \"A<<X\"\n            echo \"$T\"\n          } >> \"$GITHUB_ENV\"\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "9 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          t=$(echo \"$T\" | sed s/a/b/)\n          echo \"A=$t\" >> $GITHUB_ENV\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "8 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          echo \"A=$(jq -r .issue.title \"$GITHUB_EVENT_PATH\")\" >> $GITHUB_ENV")]
    [InlineData(
        "9 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - shell: pwsh\n        run: |\n          \"A=$env:T\" >> $env:GITHUB_ENV\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "10 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - shell: pwsh\n        run: |\n          $a = $env:T.Trim()\n          \"A=$a\" | Out-File -FilePath $env:GITHUB_ENV -Append\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "8 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - shell: cmd\n        run: echo A=%T%>> %GITHUB_ENV%\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "11 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - shell: python\n        run: |\n          import os\n          t = os.environ[\"T\"]\n          with open(os.environ[\"GITHUB_ENV\"], \"a\") as f:\n            f.write(f\"A={t}\")\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "7 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=$GITHUB_REF_NAME\" >> $GITHUB_ENV")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"a=$T\" >> $GITHUB_OUTPUT\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "7 low",
        "on: issue_comment\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=$(./version)\" >> $GITHUB_ENV")]
    [InlineData(
        "9 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          F=$GITHUB_ENV\n          echo \"A=$T\" >> $F\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "10 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          export F=\"${GITHUB_ENV}\"\n          G=$F\n          echo \"A=$T\" | tee -a \"$G\"\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "9 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          f=\"${GITHUB_PATH:?}\"\n          echo \"$T\" >> \"${f}\"\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData(
        "11 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          F=$GITHUB_ENV\n          {\n          echo \"A=$T\"\n          } >> \"$F\"\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    public void What_others_choose_must_not_be_written_for_later_steps(string found, string text) =>
        Assert.Equal(found, Bench.Places("CS3008", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=1\" >> $GITHUB_ENV")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=$T\" >> $GITHUB_ENV\n        env: {T: \"${{ github.sha }}\"}")]
    [InlineData("on: issue_comment\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=$(git rev-parse HEAD)\" >> $GITHUB_ENV")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=$(echo \"$T\" | sha256sum)\" >> $GITHUB_ENV\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=$(./version)\" >> $GITHUB_ENV")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"$HOME/bin\" >> $GITHUB_PATH")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"$T\" >> notes.txt\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"A=${#T}\" >> $GITHUB_ENV\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          F=$GITHUB_ENV\n          echo \"A=1\" >> $F\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          F=$GITHUB_ENV\n          echo \"A=$T\" >> \"$F.txt\"\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          D=$(dirname \"$GITHUB_ENV\")\n          echo \"A=$T\" >> \"$D\"\n        env: {T: \"${{ github.event.issue.title }}\"}")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3008", text));
}
