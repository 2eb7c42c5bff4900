using Cake.Core.IO;

namespace Cake.Frosting.Internal;

/// <summary>Where the program wants to run, unless <c>--working</c> says otherwise.</summary>
internal sealed record WorkingDirectory(DirectoryPath Path);
