using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Builds the context of a compilation from what the compiler hands to an analyzer.</summary>
internal static class FactContexts
{
    /// <summary>Addresses that every machine of a cloud platform has; they are part of the platform.</summary>
    private static readonly string[] PlatformHosts = ["168.63.129.16", "169.254.169.254"];

    /// <summary>All rules of one compilation share what is resolved once; a compilation is always asked about with the same options.</summary>
    private static readonly ConditionalWeakTable<Compilation, StrongBox<FactContext?>> Shared = new();

    /// <summary>Null for projects that no rule looks at (tests, benchmarks, client apps).</summary>
    public static FactContext? Of(Compilation compilation, AnalyzerOptions options) =>
        Shared.GetValue(compilation, c => new StrongBox<FactContext?>(Create(c, options))).Value;

    private static FactContext? Create(Compilation compilation, AnalyzerOptions options)
    {
        var reader = new OptionReader(options.AnalyzerConfigOptionsProvider, compilation.SyntaxTrees.FirstOrDefault());
        if (ProjectShape.IsTest(compilation, reader))
        {
            return null;
        }

        var kind = ProjectShape.Kind(compilation, reader);
        if (kind == ApplicationKind.Client)
        {
            return null;
        }

        var settings = Read(compilation, reader, kind);
        return new FactContext(compilation, ConfigurationView.Of(Files(options), settings.IgnoredEnvironments), settings);
    }

    private static FactOptions Read(Compilation compilation, OptionReader reader, ApplicationKind kind)
    {
        var defaults = FactOptions.Default;
        return new FactOptions
        {
            Hosts = new HostContext(
                reader.List(OptionDefinitions.InternalDomains) ?? OwnDomains.Infer(compilation, reader),
                reader.Pairs(OptionDefinitions.ThirdPartyHosts, "third party"),
                reader.List(OptionDefinitions.ManagedSuffixes) ?? []),
            ApplicationKind = kind,
            ResilienceMethods = reader.List(OptionDefinitions.ResilienceMethods) ?? [],
            HealthMethods = reader.List(OptionDefinitions.HealthMethods) ?? [],
            AllowedHosts = [.. PlatformHosts, .. reader.List(OptionDefinitions.AllowedHosts) ?? []],
            ConnectionNamesIgnored = reader.List(OptionDefinitions.ConnectionNamesIgnored) ?? [],
            IgnoredEnvironments = reader.List(OptionDefinitions.IgnoredEnvironments) ?? defaults.IgnoredEnvironments,
            StateTypesIgnored = reader.List(OptionDefinitions.StateTypesIgnored) ?? [],
            StateTypesCritical = reader.List(OptionDefinitions.StateTypesCritical) ?? [],
            StateMinTier = reader.Choice<StateTier>(OptionDefinitions.StateMinTier) ?? defaults.StateMinTier,
        };
    }

    private static IEnumerable<(string Path, SourceText Text)> Files(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (ConfigurationFileName.Parse(file.Path) is not null && file.GetText() is { } text)
            {
                yield return (file.Path, text);
            }
        }
    }
}
