using System.Collections.Immutable;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Configuration.Upstreams;

/// <summary>Reads the upstreams from their variables.</summary>
internal static class UpstreamReader
{
    /// <summary>The one that takes every model whose name does not lead elsewhere.</summary>
    public static UpstreamOptions ReadStandard(Settings settings)
    {
        if (!settings.IsOn(Variable.Passthrough))
            return Read(settings, UpstreamVariables.Standard, ProviderKind.Find("openai")!, nameIsSaid: false);
        var upstream = Read(settings, UpstreamVariables.Passthrough, ProviderKind.Find("anthropic")!, nameIsSaid: true);
        if (upstream.Api is null or Api.Messages)
            return upstream with { Api = Api.Messages };
        throw new ConfigurationException($"{Variable.Passthrough.Name} and {Variable.UpstreamApi.Name} contradict each other. Remove one.");
    }

    public static ImmutableArray<UpstreamOptions> ReadNamed(Settings settings)
    {
        var upstreams = ImmutableArray.CreateBuilder<UpstreamOptions>();
        foreach (var name in UpstreamNames.Read(settings))
        {
            var kind = ProviderKind.Find(name) ?? new ProviderKind(name, Provider.Unknown, null);
            upstreams.Add(Read(settings, UpstreamVariables.Named(name), kind, nameIsSaid: true) with { Id = name });
        }

        return upstreams.ToImmutable();
    }

    /// <param name="named">What the upstream is when neither its kind nor its host say otherwise.</param>
    /// <param name="nameIsSaid">Someone gave the upstream that name; else it is only where an upstream is by default.</param>
    private static UpstreamOptions Read(Settings settings, UpstreamVariables variables, ProviderKind named, bool nameIsSaid)
    {
        var kind = ReadKind(settings, variables.Protocol.Kind);
        var usual = kind ?? named;
        var text = settings.Find(variables.BaseUrl) ?? usual.BaseUrl
            ?? throw new ConfigurationException($"{variables.BaseUrl.Name} is not set, and {usual.Name} has no usual place.");
        var (url, version) = UpstreamUrl.Read(settings, variables.BaseUrl, text);
        var provider = kind?.Provider ?? ProviderKind.Detect(url) ?? (nameIsSaid ? named.Provider : Provider.Unknown);
        var keys = KeyFile.ReadAll(settings, variables.Key, variables.KeyFile);
        var headers = ReadHeaders(settings, variables, url, hasKey: keys.Length > 0);
        return new UpstreamOptions
        {
            BaseUrl = url,
            Provider = provider,
            Api = ReadApi(settings, variables.Protocol.Api),
            ApiVersion = ReadVersion(settings, variables.Protocol.ApiVersion, provider) ?? version,
            Headers = headers,
            Keys = keys,
            AppName = settings.Find(Variable.AppName),
            AppUrl = settings.Find(Variable.AppUrl),
            ForwardProxy = ForwardProxies.Choose(settings, url),
            CertificateFile = settings.Find(Variable.CertificateFile),
            Variables = variables,
        };
    }

    private static ProviderKind? ReadKind(Settings settings, Variable variable)
    {
        if (settings.Find(variable) is not { } text)
            return null;
        return ProviderKind.Find(text) ?? throw new ConfigurationException($"{variable.Name} is {text}, which is not one of {ProviderKind.Names}.");
    }

    private static Api? ReadApi(Settings settings, Variable variable) => settings.Find(variable) switch
    {
        null => null,
        "chat" => Api.ChatCompletions,
        "responses" => Api.Responses,
        "messages" => Api.Messages,
        var text => throw new ConfigurationException($"{variable.Name} is {text}, which is not one of chat, responses, messages."),
    };

    private static string? ReadVersion(Settings settings, Variable variable, Provider provider)
    {
        if (settings.Find(variable) is not { } text)
            return null;
        if (provider != Provider.Azure)
            throw new ConfigurationException($"{variable.Name} is set, but only Azure has api-versions. Remove it, or say azure as the kind.");
        if (text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.'))
            return text;
        throw new ConfigurationException($"{variable.Name} is {text}, which is not an api-version (such as 2024-10-21).");
    }

    private static ImmutableArray<UpstreamHeader> ReadHeaders(Settings settings, UpstreamVariables variables, Uri url, bool hasKey)
    {
        var headers = UpstreamHeader.ReadAll(settings, variables.Protocol.Headers);
        var credential = headers.FirstOrDefault(header => header.IsCredential);
        if (hasKey && credential is not null)
        {
            throw new ConfigurationException(
                $"{variables.Protocol.Headers.Name} names {credential.Name} although {variables.Key.Name} is set. Keep one.");
        }

        if (hasKey || credential is not null || UpstreamUrl.IsLoopback(url))
            return headers;
        throw new ConfigurationException(
            $"{variables.Key.Name} is not set and {url.Host} is not on this machine. Set it, or {variables.KeyFile.Name}; any text will do for a " +
                "server that asks for none.");
    }
}
