using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Parses the command line's values for Trivy's database and server.</summary>
internal static partial class TrivyOptions
{
    /// <exception cref="InputException">Not a reference of a registry.</exception>
    public static string ParseRepository(string value) => Reference().IsMatch(value)
        ? value
        : throw new InputException(
            $"--db-repository={value}: not a repository of a registry. Write it as registry.example.com/path, followed by :tag or @sha256:… if "
            + "needed.");

    /// <summary>Over plain HTTP a token could be read and a database changed on the way.</summary>
    /// <exception cref="InputException">Not an address, or not a safe one.</exception>
    public static Uri ParseServer(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InputException("--trivy-server: not the address of a server. Write it as https://trivy.example.com:4954.");
        if (address is not { UserInfo: "", Query: "", Fragment: "" })
        {
            throw new InputException(
                $"--trivy-server: an address has no user, query or fragment here. Put a token into {TrivyServer.TokenVariable}.");
        }

        if (address is { Scheme: "http", IsLoopback: false })
            throw new InputException($"--trivy-server={value}: http is allowed only on this machine. Use https.");

        return new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
    }

    /// <summary>Host, path, then a tag or a digest or neither; never an option.</summary>
    [GeneratedRegex(
        @"\A[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)+(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})?\z")]
    private static partial Regex Reference();
}
