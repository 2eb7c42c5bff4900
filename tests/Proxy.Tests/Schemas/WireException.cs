namespace Proxy.Tests.Schemas;

/// <summary>Something went over the wire that its other end would refuse.</summary>
public sealed class WireException(string rule, string json)
    : Exception($"{rule}\nin {(json.Length > ShownLength ? json[..ShownLength] + "…" : json)}")
{
    private const int ShownLength = 2000;
}
