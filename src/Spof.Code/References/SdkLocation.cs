using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Build.Locator;

namespace Spof.Code.References;

/// <summary>Finds the folder that holds the .NET SDK, its targeting packs and shared frameworks. No part of the SDK is loaded or run.</summary>
internal static class SdkLocation
{
    /// <summary>Folders to look in, best first: that of the SDK chosen for the root (a <c>global.json</c> counts), then that of the running tool.</summary>
    public static IReadOnlyList<string> Folders(string root)
    {
        var folders = new List<string>();
        if (SdkFolder(root) is { } sdk)
        {
            folders.Add(sdk);
        }

        // <dotnet>/shared/Microsoft.NETCore.App/<version>/
        var runtime = Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        if (!folders.Contains(runtime))
        {
            folders.Add(runtime);
        }

        return folders;
    }

    /// <summary>The <c>dotnet</c> that belongs to the SDK chosen for the folder, else the one on the path.</summary>
    public static string DotnetHost(string folder)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return Folders(folder).Select(f => Path.Join(f, name)).FirstOrDefault(File.Exists) ?? name;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? SdkFolder(string root)
    {
        try
        {
            var found = MSBuildLocator
                .QueryVisualStudioInstances(new VisualStudioInstanceQueryOptions { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = root })
                .FirstOrDefault();
            return found is null ? null : Path.GetFullPath(Path.Join(found.MSBuildPath, "..", ".."));
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or DllNotFoundException or EntryPointNotFoundException)
        {
            // No SDK answers for this folder, for example because its global.json asks for one that is absent: the runtime serves.
            return null;
        }
    }
}
