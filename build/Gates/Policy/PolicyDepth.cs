namespace ContainerSecurity.Gates.Policy;

/// <summary>How much is looked at to prove the claims.</summary>
internal enum PolicyDepth
{
    /// <summary>The checks of the tree and of the image, as a scan has time for.</summary>
    TreeAndImage,

    /// <summary>All checks, those of the build and of running containers too.</summary>
    AllChecks,

    /// <summary>All checks, and whether each sees what is planted for it.</summary>
    BothSides,

    /// <summary>As both sides, of what is released: without the devcontainer that runs, which is no part of it and needs the base image.</summary>
    Released,
}
