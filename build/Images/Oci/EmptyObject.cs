namespace ContainerSecurity.Images.Oci;

/// <summary>The value of sets that are stored as objects: <c>{"8082/tcp": {}}</c>.</summary>
internal sealed record EmptyObject;
