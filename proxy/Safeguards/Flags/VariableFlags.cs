using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Variables that decide what other programs run, load or check.</summary>
internal sealed class VariableFlags(Scene scene)
{
    private static readonly string[] Loading = NameList.Read(
        """
        LD_PRELOAD LD_AUDIT DYLD_INSERT_LIBRARIES DYLD_LIBRARY_PATH BASH_ENV PROMPT_COMMAND PYTHONSTARTUP PERL5OPT RUBYOPT PERL5DB
        GIT_EXTERNAL_DIFF GIT_PROXY_COMMAND JAVA_TOOL_OPTIONS ZDOTDIR
        """u8);

    private static readonly string[] Checks = ["NODE_TLS_REJECT_UNAUTHORIZED", "PYTHONHTTPSVERIFY"];
    private static readonly string[] Sources = NameList.Read(
        """
        NPM_CONFIG_REGISTRY npm_config_registry PIP_INDEX_URL PIP_EXTRA_INDEX_URL UV_INDEX_URL GOPROXY GONOSUMDB GOFLAGS
        """u8);

    public void Look(string name, Value value)
    {
        var shown = $"{name}={value.Text}";
        if (value.Text.Length == 0)
            return;
        if (Loading.Holds(name) || (name == "NODE_OPTIONS" && value.Text.HasAny("require", "import", "loader", "-r ")))
            scene.Flag(FlagRules.Loader, shown, "makes every program that follows run foreign code");
        else if (name == "PATH" && IsForeign(value.Text.Split(':')[0]))
            scene.Flag(FlagRules.Loader, shown, "makes programs of another folder run in place of the machine's own");
        else if ((Checks.Holds(name) && value.Text == "0") || name is "GIT_SSL_NO_VERIFY")
            scene.Flag(FlagRules.SecurityOff, shown, "switches off the check of certificates");
        else if (name is "HISTFILE" or "HISTSIZE" && value.Text is "/dev/null" or "0")
            scene.Flag(FlagRules.SecurityOff, shown, "hides what was run");
        else if (Sources.Holds(name))
            scene.Flag(FlagRules.Registry, shown);
    }

    private static bool IsForeign(string folder) => folder.Begins("/tmp") || folder.Begins("/var/tmp")
        || folder.Begins("/dev/shm") || folder is "." or "";
}
