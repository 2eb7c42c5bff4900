using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy.Database;

[JsonSerializable(typeof(DatabaseDigest))]
internal sealed partial class DigestJson : JsonSerializerContext;
