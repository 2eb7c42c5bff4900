using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy.Database;

[JsonSerializable(typeof(DatabaseOrigin))]
internal sealed partial class OriginJson : JsonSerializerContext;
