using Microsoft.CodeAnalysis;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Concludes from references and build properties what a project is.</summary>
internal static class ProjectShape
{
    private static readonly HashSet<string> TestAssemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework",
        "Microsoft.VisualStudio.UnitTesting", "TUnit.Core", "Microsoft.TestPlatform.CoreUtilities", "BenchmarkDotNet", "testhost",
    };

    private static readonly HashSet<string> ClientAssemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.Maui", "Microsoft.Maui.Controls", "System.Windows.Forms", "PresentationFramework", "Avalonia.Base", "UnityEngine",
        "Microsoft.AspNetCore.Components.WebAssembly", "Xamarin.Forms.Core", "Uno.UI", "Microsoft.WinUI",
    };

    private static readonly string[] TestNames = [".Tests", ".Test", "UnitTests", "IntegrationTests", "FunctionalTests", ".Benchmarks", ".Benchmark"];

    public static bool IsTest(Compilation compilation, OptionReader options) =>
        options.IsTrue("IsTestProject")
        || TestNames.Any(n => compilation.AssemblyName?.EndsWith(n, StringComparison.OrdinalIgnoreCase) == true)
        || compilation.ReferencedAssemblyNames.Any(r => TestAssemblies.Contains(r.Name));

    public static ApplicationKind Kind(Compilation compilation, OptionReader options)
    {
        if (options.Choice<ApplicationKind>(OptionKeys.ApplicationKind) is { } given)
        {
            return given;
        }

        var output = options.BuildProperty("OutputType");
        if (compilation.Options.OutputKind == OutputKind.WindowsApplication
            || string.Equals(output, "WinExe", StringComparison.OrdinalIgnoreCase)
            || options.IsTrue("UseMaui") || options.IsTrue("UseWPF") || options.IsTrue("UseWindowsForms")
            || compilation.ReferencedAssemblyNames.Any(r => ClientAssemblies.Contains(r.Name)))
        {
            return ApplicationKind.Client;
        }

        if (compilation.Options.OutputKind != OutputKind.ConsoleApplication)
        {
            return ApplicationKind.Library;
        }

        var isHosted = compilation.ReferencedAssemblyNames.Any(r =>
            r.Name is "Microsoft.Extensions.Hosting" or "Microsoft.AspNetCore" or "Microsoft.AspNetCore.Hosting" or "Microsoft.Azure.Functions.Worker");
        return isHosted ? ApplicationKind.Server : ApplicationKind.Tool;
    }
}
