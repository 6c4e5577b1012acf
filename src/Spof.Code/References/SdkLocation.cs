using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Build.Locator;

namespace Spof.Code.References;

/// <summary>Finds the folder that holds the .NET SDK, its targeting packs and shared frameworks. No part of the SDK is loaded or run.</summary>
internal static class SdkLocation
{
    /// <summary>Folders to look in, best first: that of the installed SDK, then that of the running tool.</summary>
    public static IReadOnlyList<string> Folders()
    {
        var folders = new List<string>();
        if (SdkFolder() is { } sdk)
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

    /// <summary>The <c>dotnet</c> that belongs to the installed SDK, else the one on the path.</summary>
    public static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return Folders().Select(f => Path.Join(f, name)).FirstOrDefault(File.Exists) ?? name;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? SdkFolder()
    {
        try
        {
            // All versions of an SDK share one folder. It is asked for from a place without a global.json: of one that asks for an absent
            // version, the host would tell on the standard output of this process, in the midst of the user's JSON.
            var found = MSBuildLocator
                .QueryVisualStudioInstances(new VisualStudioInstanceQueryOptions { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory)! })
                .FirstOrDefault();
            return found is null ? null : Path.GetFullPath(Path.Join(found.MSBuildPath, "..", ".."));
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or DllNotFoundException or EntryPointNotFoundException)
        {
            // No SDK is installed, or none that answers: the runtime serves.
            return null;
        }
    }
}
