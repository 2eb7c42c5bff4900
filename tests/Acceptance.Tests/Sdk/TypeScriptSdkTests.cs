namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class TypeScriptSdkTests(SdkFixture fixture) : SdkTests(fixture)
{
    private protected override async Task<ISdk> Client(SdkFixture fixture) => await fixture.TypeScript();
}
