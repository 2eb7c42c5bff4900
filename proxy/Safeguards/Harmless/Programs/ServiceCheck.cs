using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that do everything, and with a few words only tell of themselves or of what runs.</summary>
internal static class ServiceCheck
{
    // Not those whose version a file of the project chooses, with the program itself: cargo, dotnet, yarn.
    private static readonly string[] Versions =
    [
        "node --version", "node -v", "npm --version", "npm -v", "python --version", "python -V", "python3 --version", "python3 -V", "pip --version",
        "pip3 --version",
        "ruby --version", "ruby -v", "java -version", "java --version", "javac -version", "gcc --version", "g++ --version", "clang --version",
        "make --version",
        "cmake --version", "go version", "go env", "docker --version", "docker version", "kubectl version", "jq --version", "rg --version",
        "curl --version",
        "bash --version", "perl --version", "perl -v", "helm version", "terraform version", "terraform --version", "aws --version", "gh --version",
        "psql --version", "sqlite3 --version", "openssl version", "podman --version", "tar --version", "deno --version", "bun --version",
        "swift --version",
    ];

    private static readonly ReadingProgram Containers = new("", Takes.Texts, "aqlsn", "f", "all quiet latest size no-trunc filter= format= last= "
        + "tail= timestamps since= until= digests details");
    private static readonly ReadingProgram Packages = new("", Takes.Texts, "ag", "", "all depth= global json long parseable omit= prod outdated");
    private static readonly ReadingProgram Cluster = new("", Takes.Texts, "A", "nl", "all-namespaces namespace= selector= show-labels no-headers "
        + "sort-by= tail= context=");

    private static readonly string[] Queries =
    [
        "docker ps", "docker images", "docker logs", "docker info", "docker top", "docker port", "podman ps", "podman images", "podman logs",
        "npm ls", "npm list", "npm root",
        "npm prefix", "pip list", "pip3 list", "pip show", "pip3 show", "kubectl get", "kubectl logs", "kubectl top",
    ];

    private static readonly string[] Resources =
    [
        "pods", "pod", "po", "services", "service", "svc", "deployments", "deployment", "deploy", "nodes", "node", "no", "namespaces", "namespace",
        "ns", "events", "ingress", "ing",
        "jobs", "job", "cronjobs", "replicasets", "rs", "daemonsets", "ds", "statefulsets", "sts", "pvc", "pv", "all",
    ];

    public static bool IsKnown(string name)
    {
        foreach (var version in Versions)
        {
            if (version.StartsWith(name, StringComparison.Ordinal) && version[name.Length] == ' ')
                return true;
        }

        return false;
    }

    public static bool IsHarmless(string name, Argument[] words, Surroundings around)
    {
        if (words.Length > 0 && words[0].Kind == ArgumentKind.Known)
        {
            var query = $"{name} {words[0].Text}";
            if (words.Length == 1 && Array.IndexOf(Versions, query) >= 0)
                return true;
            if (Array.IndexOf(Queries, query) >= 0)
                return IsQuery(name, words, around);
        }

        return around.Refuse($"`{name}` with these words is not known to only read");
    }

    private static bool IsQuery(string name, Argument[] words, Surroundings around)
    {
        var program = name switch { "docker" or "podman" => Containers, "kubectl" => Cluster, _ => Packages };
        var check = new ReadingCheck(program, name, words[1..], around);
        if (!check.IsHarmless())
            return false;
        // Not secrets, nor the settings of pods.
        return name != "kubectl" || words[0].Text != "get"
            || (check.Operands.Count > 0 && check.Operands[0].Kind == ArgumentKind.Known && Array.IndexOf(Resources, check.Operands[0].Text) >= 0)
            || around.Refuse($"what `kubectl get` shows is not known");
    }
}
