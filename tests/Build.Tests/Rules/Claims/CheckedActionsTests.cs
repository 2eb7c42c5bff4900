namespace Build.Tests.Rules.Claims;

public sealed class CheckedActionsTests : ClaimCheck
{
    private const string Claim = "AS-5.1";

    [Fact]
    public void It_holds() => Holds(Claim);

    [Theory]
    [InlineData("\"containerEnv\": { \"PROXY_SAFEGUARDS\": \"off\" }")]
    [InlineData("\"containerEnv\": { \"CLAUDE_CODE_AUTO_MODE_SERVER\": \"0\" }")]
    public void A_variable_that_switches_the_check_off_breaks_it(string property)
    {
        AddToContainer(property);

        BreaksInContainer(Claim, property);
    }

    [Theory]
    [InlineData("\"containerEnv\": { \"PROXY_SAFEGUARDS\": \"rules\" }")]
    [InlineData("\"containerEnv\": { \"CLAUDE_CODE_AUTO_MODE_SERVER\": \"1\" }")]
    public void Another_way_to_check_keeps_it(string property)
    {
        AddToContainer(property);

        Holds(Claim);
    }

    [Theory]
    [InlineData("ENV PROXY_SAFEGUARDS=off")]
    [InlineData("CMD [\"claude\", \"--dangerously-skip-permissions\"]")]
    [InlineData("RUN PROXY_SAFEGUARDS=off claude-code-proxy start")]
    [InlineData("RUN env CLAUDE_CODE_AUTO_MODE_SERVER=0 claude -p hello")]
    public void An_instruction_that_does_so_breaks_it(string instruction)
    {
        AddToStage(instruction);

        Breaks(Claim, "Dockerfile", instruction);
    }

    [Fact]
    public void A_start_script_that_does_so_breaks_it()
    {
        Repository.Replace(".devcontainer/keep-proxy.sh", "cd /", "cd /\nexport PROXY_SAFEGUARDS=off");

        Breaks(Claim, ".devcontainer/keep-proxy.sh", "export PROXY_SAFEGUARDS=off");
    }
}
