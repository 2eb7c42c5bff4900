namespace Build.Tests.Rules.Claims;

public sealed class ReadOnlyMountsTests : ClaimCheck
{
    [Theory]
    [InlineData("\"runArgs\": [\"-v\", \"${localEnv:HOME}/.ssh:/home/vscode/.ssh\"]")]
    [InlineData("\"runArgs\": [\"--mount=type=bind,source=/home/me/.ssh/id_ed25519,target=/key\"]")]
    [InlineData("\"runArgs\": [\"--volume\", \"C:\\\\Users\\\\me\\\\.ssh:/keys\"]")]
    [InlineData("\"workspaceMount\": \"source=${localEnv:HOME},target=/workspace,type=bind\"")]
    [InlineData("\"runArgs\": [\"-v\", \"${localEnv:HOME}${localEnv:USERPROFILE}:/host\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"/home:/host\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"~/.claude/proxy.env:/root/.claude/proxy.env\"]")]
    public void Keys_that_are_writable_break_it(string property)
    {
        AddToContainer(property);

        BreaksInContainer("CT-1.4", property);
    }

    [Theory]
    [InlineData("{ \"type\": \"bind\", \"source\": \"${localEnv:HOME}/.ssh\", \"target\": \"/home/vscode/.ssh\" },")]
    [InlineData("{ \"type\": \"bind\", \"source\": \"/keys\", \"target\": \"/home/vscode/.ssh\", \"readonly\": true },")]
    [InlineData("\"source=keys,target=/home/vscode/.ssh,type=volume\",")]
    [InlineData("\"source=/a/.ssh,target=/b,type=bind,readonly=false\",")]
    public void The_object_form_and_other_forms_without_readonly_break_it(string mount)
    {
        ReplaceInContainer("\"mounts\": [", $"\"mounts\": [\n    {mount}");

        BreaksInContainer("CT-1.4", mount);
    }

    [Fact]
    public void A_writable_folder_of_the_devcontainer_breaks_it()
    {
        ReplaceInContainer("/.devcontainer,type=bind,readonly", "/.devcontainer,type=bind");

        BreaksInContainer("CT-1.4", "\"mounts\"");
    }

    [Theory]
    [InlineData("\"runArgs\": [\"-v\", \"${localEnv:HOME}/.ssh:/home/vscode/.ssh:ro\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"${localEnv:HOME}/project:/project\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"cache:/home/vscode/.cache\"]")]
    public void Read_only_keys_and_other_mounts_keep_it(string property)
    {
        AddToContainer(property);

        Holds("CT-1.4");
    }

    [Fact]
    public void Without_a_devcontainer_there_is_nothing_that_keeps_it()
    {
        Repository.Delete(".devcontainer/devcontainer.json");

        Assert.Contains(Repository.Judge().Findings, finding => finding is { Claim: "CT-1.4", File: ".devcontainer/devcontainer.json" });
    }

    [Fact]
    public void Every_devcontainer_of_the_repository_counts()
    {
        Repository.Write(".devcontainer/other/devcontainer.json", "{\n  \"mounts\": [\"source=/a/.ssh,target=/b,type=bind\"]\n}");

        Breaks("CT-1.4", ".devcontainer/other/devcontainer.json", "mounts");
    }
}
