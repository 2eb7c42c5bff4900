using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Claims;

/// <summary>NS-3.3: the agent's model calls go through the proxy, and it holds no key with which they could go elsewhere.</summary>
internal static partial class NoDirectInternet
{
    private const string BaseUrl = "ANTHROPIC_BASE_URL";
    private const int ProxyPort = 8082;
    private const string Address = "http://127.0.0.1:8082";
    private const string IsolatedAddress = "http://proxy:8082";
    private const string AddressHelp = $"Set it to {Address}.";
    private const string KeyHelp = "Keep provider keys in ~/.claude/proxy.env, which only the proxy reads.";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "agent-through-proxy",
            CheckSubject.Tree,
            "The agent's environment points at the proxy on loopback, selects no other model service and holds no provider key.",
            facts => Subjects.DevContainers(facts, container => CheckContainer(facts, container)))
        {
            Defects =
            [
                new Defect.InTree("the agent is given a provider's key", facts =>
                    TreeEdits.InDevContainer(facts, "remoteEnv.OPENAI_API_KEY", "\"${localEnv:OPENAI_API_KEY}\"")),
                new Defect.InTree("the agent is sent past the proxy", facts =>
                    TreeEdits.InDevContainer(facts, $"remoteEnv.{BaseUrl}", "\"https://api.example.org\"")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckContainer(PolicyFacts facts, DevContainer container)
    {
        var variables = facts.VariablesOf(container);
        return Subjects.HeldUnless(
            [.. CheckPresence(container), .. variables.SelectMany(entry => CheckVariable(container, entry))],
            () => $"{container.Path}: {BaseUrl} points at the proxy on port {ProxyPort}; no key among {variables.Count} variables of the agent");
    }

    private static IEnumerable<Observation> CheckPresence(DevContainer container)
    {
        if (!container.Environment.Any(entry => entry.Name == BaseUrl && entry.Source is "remoteEnv" or "containerEnv"))
            yield return new Observation.Broken($"the agent's environment does not set {BaseUrl}", container.PlaceOf("remoteEnv"), AddressHelp);
    }

    private static IEnumerable<Observation> CheckVariable(DevContainer container, EnvironmentEntry entry)
    {
        var what = $"{entry.Name} in {entry.Source}";
        if (entry.Name == BaseUrl && !(Subjects.IsIsolated(container) ? entry.Value == IsolatedAddress : IsProxy(entry.Value)))
        {
            yield return new Observation.Broken($"{what} is not the proxy on loopback {ProxyPort}", entry.Place, AddressHelp);
        }
        else if (OtherRoute().IsMatch(entry.Name))
        {
            yield return new Observation.Broken(
                $"{what} sends model calls past the proxy", entry.Place, "Remove it; other services are reached through the proxy.");
        }
        else if (HoldsKey(entry))
        {
            yield return new Observation.Broken($"{what} gives the agent a key", entry.Place, KeyHelp);
        }
    }

    private static bool HoldsKey(EnvironmentEntry entry) =>
        SecretVariables.IsSecret(entry.Name) || OutsideVariables(entry.Value).Any(SecretVariables.IsSecret);

    private static IEnumerable<string> OutsideVariables(string? value) =>
        OutsideVariable().Matches(value ?? "").Select(match => match.Groups["name"].Value);

    private static bool IsProxy(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
            && address is { Scheme: "http", IsLoopback: true, Port: ProxyPort, UserInfo: "", PathAndQuery: "/" };

    [GeneratedRegex(@"^(CLAUDE_CODE_USE_\w+|ANTHROPIC_\w+_BASE_URL|(HTTPS?|ALL)_PROXY|ANTHROPIC_UNIX_SOCKET)\z", RegexOptions.IgnoreCase)]
    private static partial Regex OtherRoute();

    [GeneratedRegex(@"\$\{(localEnv|env|containerEnv):(?<name>[^}:]+)")]
    private static partial Regex OutsideVariable();
}
