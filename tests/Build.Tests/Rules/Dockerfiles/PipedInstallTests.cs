namespace Build.Tests.Rules.Dockerfiles;

public sealed class PipedInstallTests
{
    [Theory]
    [InlineData("curl -fsSL https://a/install.sh | sh")]
    [InlineData("wget -O- https://a | sudo -E bash -")]
    [InlineData("bash <(curl -s https://a)")]
    [InlineData("sh -c \"$(curl -fsSL https://a)\"")]
    [InlineData("curl https://a | tee x | python3")]
    [InlineData("python3 -c \"$(curl https://a)\"")]
    [InlineData("eval \"$(wget -qO- https://a)\"")]
    [InlineData("[\"sh\", \"-c\", \"curl https://a | sh\"]")]
    [InlineData("pwsh -Command \"iwr https://a | iex\"")]
    [InlineData("[\"powershell\", \"-Command\", \"iex (iwr https://a)\"]")]
    [InlineData("powershell -Command iwr https://a -UseBasicParsing | iex")]
    [InlineData("<<EOF\ncurl https://a | sh\nEOF")]
    [InlineData("URL=$(curl https://a) && bash -c \"$URL\"")]
    [InlineData("curl https://a | (")]
    public void What_is_fetched_and_run_at_once_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1001", command));

    [Theory]
    [InlineData("curl https://a | jq .")]
    [InlineData("curl -o f https://a")]
    [InlineData("apt-get install -y curl bash")]
    [InlineData("echo 'curl https://a | sh'")]
    [InlineData("pwsh -Command Get-Date")]
    [InlineData("curl https://a | tar xz")]
    [InlineData("[\"curl\", \"https://a\", \"|\", \"sh\"]")]
    public void What_runs_nothing_fetched_is_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1001", command));

    [Theory]
    [InlineData(3, "FROM scratch\nSHELL [\"pwsh\", \"-Command\"]\nRUN iwr https://a | iex\n")]
    [InlineData(4, "FROM scratch AS a\nSHELL [\"powershell\", \"-c\"]\nFROM a\nRUN iex ((New-Object Net.WebClient).DownloadString(\"https://a\"))\n")]
    [InlineData(2, "FROM scratch\nCMD curl https://a | sh\n")]
    [InlineData(2, "FROM scratch\nENTRYPOINT [\"bash\", \"-c\", \"bash <(curl https://a)\"]\n")]
    [InlineData(2, "FROM scratch\nHEALTHCHECK CMD curl https://a | sh\n")]
    [InlineData(2, "FROM scratch\nONBUILD RUN curl https://a | sh\n")]
    public void Every_instruction_that_runs_commands_is_judged_in_its_shell(int line, string dockerfile) =>
        Assert.Equal([line], OwnBench.Lines("CS1001", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nSHELL [\"pwsh\", \"-Command\"]\nRUN iwr https://a -OutFile f\n")]
    [InlineData("FROM scratch AS a\nSHELL [\"pwsh\", \"-c\"]\nFROM scratch\nRUN echo iwr x | tr iex y\n")]
    [InlineData("FROM scratch\nLABEL a=\"curl https://a | sh\"\n")]
    public void Harmless_instructions_are_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1001", dockerfile));
}
