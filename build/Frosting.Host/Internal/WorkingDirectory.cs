using Cake.Core.IO;

namespace Cake.Frosting.Internal;

/// <summary>The program's working directory, unless <c>--working</c> gives another.</summary>
internal sealed record WorkingDirectory(DirectoryPath Path);
