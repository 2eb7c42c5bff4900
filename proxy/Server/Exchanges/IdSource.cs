namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Makes the ids of requests and messages. They need not be unguessable, only different.</summary>
internal sealed class IdSource(Random random)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";
    private const int Length = 24;

    public string NewRequestId() => NewId("req_");

    public string NewMessageId() => NewId("msg_");

    private string NewId(string prefix) => string.Create(prefix.Length + Length, (prefix, random), static (id, state) =>
    {
        state.prefix.CopyTo(id);
        state.random.GetItems(Letters, id[state.prefix.Length..]);
    });
}
