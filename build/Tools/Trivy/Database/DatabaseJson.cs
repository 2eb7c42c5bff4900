using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy.Database;

[JsonSerializable(typeof(DatabaseMetadata))]
internal sealed partial class DatabaseJson : JsonSerializerContext;
