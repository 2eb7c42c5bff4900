using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>The form of <c>tools.lock.json</c>: unknown, missing and repeated properties are errors.</summary>
[JsonSerializable(typeof(ToolsLock))]
internal sealed partial class LockJson : JsonSerializerContext
{
    public static readonly JsonSerializerOptions Settings = new(JsonSerializerOptions.Strict)
    {
        TypeInfoResolver = Default,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };
}
