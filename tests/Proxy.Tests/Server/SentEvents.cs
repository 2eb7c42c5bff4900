using System.Text.Json;

namespace Proxy.Tests.Server;

/// <summary>Reads server-sent events as they come.</summary>
internal sealed class SentEvents(StreamReader reader)
{
    public static async Task<SentEvents> Of(HttpResponseMessage answer) => new(new StreamReader(await answer.Content.ReadAsStreamAsync()));

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<(string Name, JsonElement Data)?> Next()
    {
        var name = await ReadLine();
        if (name is null)
            return null;
        var data = await ReadLine();
        Assert.Equal("", await ReadLine());
        Assert.StartsWith("event: ", name, StringComparison.Ordinal);
        Assert.StartsWith("data: ", data, StringComparison.Ordinal);
        return (name["event: ".Length..], JsonDocument.Parse(data!["data: ".Length..]).RootElement);
    }

    public async Task<(string Name, JsonElement Data)> Next(string wanted)
    {
        while (await Next() is { } found)
        {
            if (found.Name == wanted)
                return found;
        }

        throw new InvalidOperationException($"the stream ended without {wanted}");
    }

    public async Task<IReadOnlyList<string>> RestOfNames()
    {
        var names = new List<string>();
        while (await Next() is { } found)
            names.Add(found.Name);
        return names;
    }

    private Task<string?> ReadLine() => reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));
}
