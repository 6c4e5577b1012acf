namespace Spof.Code.Projects;

/// <summary>The project SDKs that this reader knows the meaning of. Another one may add sources, packages and usings of its own.</summary>
internal static class SdkNames
{
    private const string OfNet = "Microsoft.NET.Sdk";

    private static readonly string[] Others =
        ["Aspire.AppHost.Sdk", "MSTest.Sdk", "MSBuild.Sdk.Extras", "Microsoft.Build.NoTargets", "Microsoft.Build.Traversal", "Microsoft.Docker.Sdk"];

    public static bool IsKnown(string name) =>
        name.Equals(OfNet, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith(OfNet + ".", StringComparison.OrdinalIgnoreCase)
        || Others.Contains(name, StringComparer.OrdinalIgnoreCase);
}
