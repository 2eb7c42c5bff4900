using System.Text;
using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Policy.Drafting;
using ContainerSecurity.Images.Contents;

namespace ContainerSecurity.Tasks;

/// <summary>Writes a first policy from what an image has, for people to read and to correct.</summary>
[TaskName("InitPolicy")]
[TaskDescription("Write a first policy for Verify from what an image has: --input=PATH or --image=REF")]
[IsDependentOn(typeof(ImageTask))]
public sealed class InitPolicyTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        var image = context.State.Image ?? throw new InputException($"There is no image to describe: {context.State.ImageMissing}");
        var file = Path.Combine(context.Paths.Output, "policy.yaml");
        AtomicOutput.File(file, Encoding.UTF8.GetBytes(PolicyDraft.Write(new ImageFactsReader(context.Cancellation).Read(image))));
        context.Information("{0}: read it, correct it, and run --target=Verify --policy={0}", file);
    }
}
