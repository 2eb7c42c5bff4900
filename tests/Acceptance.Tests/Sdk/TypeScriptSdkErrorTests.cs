namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class TypeScriptSdkErrorTests(SdkFixture fixture) : SdkErrorTests(fixture)
{
    private protected override async Task<ISdk> Client(SdkFixture fixture) => await fixture.TypeScript();
}
