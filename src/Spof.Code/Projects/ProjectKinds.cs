using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Tells what a project builds from its SDK, output type and references.</summary>
internal static class ProjectKinds
{
    private static readonly string[] ClientPlatforms = ["android", "ios", "maccatalyst", "macos", "tvos", "tizen", "browser"];

    public static ProjectKind Of(
        IReadOnlyList<string> sdks, PropertyTable properties, TargetFramework framework,
        IReadOnlyList<PackageReference> packages, IReadOnlySet<string> frameworkReferences)
    {
        bool HasSdk(string name) => sdks.Contains(name, StringComparer.OrdinalIgnoreCase);
        bool HasPackage(string id) => packages.Any(p => p.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        bool HasPackagePrefix(string prefix) => packages.Any(p => p.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

        if (properties.IsTrue("IsTestProject") || HasSdk("MSTest.Sdk") || HasPackage("Microsoft.NET.Test.Sdk") || HasPackage("xunit")
            || HasPackagePrefix("xunit.") || HasPackage("NUnit") || HasPackagePrefix("NUnit3") || HasPackagePrefix("MSTest")
            || HasPackage("TUnit") || HasPackage("BenchmarkDotNet"))
        {
            return ProjectKind.Test;
        }

        if (HasSdk("Aspire.AppHost.Sdk") || properties.IsTrue("IsAspireHost") || HasPackage("Aspire.Hosting.AppHost"))
        {
            return ProjectKind.AppHost;
        }

        var outputType = properties["OutputType"].Text.Trim();
        var isExecutable = outputType.Equals("Exe", StringComparison.OrdinalIgnoreCase);
        if (outputType.Equals("WinExe", StringComparison.OrdinalIgnoreCase) || HasSdk("Microsoft.NET.Sdk.BlazorWebAssembly")
            || properties.IsTrue("UseMaui") || (framework.Platform is { } platform && ClientPlatforms.Contains(platform))
            || (isExecutable && (properties.IsTrue("UseWPF") || properties.IsTrue("UseWindowsForms") || HasPackagePrefix("Avalonia"))))
        {
            return ProjectKind.Client;
        }

        // A function host runs the assembly, whatever its output type.
        if (properties.IsSet("AzureFunctionsVersion") || properties["AWSProjectType"].Text.Equals("Lambda", StringComparison.OrdinalIgnoreCase))
        {
            return ProjectKind.Worker;
        }

        var isLibrary = outputType.Equals("Library", StringComparison.OrdinalIgnoreCase);
        if (HasSdk("Microsoft.NET.Sdk.Web") && !isLibrary)
        {
            return ProjectKind.Web;
        }

        if (HasSdk("Microsoft.NET.Sdk.Worker") && !isLibrary)
        {
            return ProjectKind.Worker;
        }

        if (!isExecutable)
        {
            // The old web style builds a library that the web server loads.
            return properties["ProjectTypeGuids"].Text.Contains("349c5851-65df-11da-9384-00065b846f21", StringComparison.OrdinalIgnoreCase)
                ? ProjectKind.Web
                : ProjectKind.Library;
        }

        return frameworkReferences.Contains("Microsoft.AspNetCore.App") ? ProjectKind.Web
            : HasPackage("Microsoft.Extensions.Hosting") ? ProjectKind.Worker
            : ProjectKind.Console;
    }
}
