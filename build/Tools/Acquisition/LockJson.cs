using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>The form of <c>tools.lock.json</c>: unknown, missing and repeated properties are errors.</summary>
internal static class LockJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };
}
