using System.IO.Compression;

namespace SpofAnalyzers.Package.Tests;

/// <summary>The package of a company that holds a catalogue and no code, with the build file that the usage page shows.</summary>
internal static class CataloguePackage
{
    public const string Id = "Contoso.Spof";
    public const string Version = "1.0.0";

    public static void Write(string feed)
    {
        using var archive = ZipFile.Open(Path.Combine(feed, $"{Id}.{Version}.nupkg"), ZipArchiveMode.Create);
        Add(archive, Id + ".nuspec", $"""
            <package><metadata><id>{Id}</id><version>{Version}</version><authors>Contoso</authors><description>Catalogue of Contoso</description></metadata></package>
            """);
        Add(archive, "spof/Contoso.spof.catalogue.json", """{ "thirdPartyHosts": { "partner-pay.io": "packed" } }""");
        Add(archive, $"build/{Id}.props", BuildFileOfTheUsagePage());
        Add(archive, $"buildTransitive/{Id}.props", BuildFileOfTheUsagePage());
    }

    /// <summary>What authors copy is what is tested.</summary>
    private static string BuildFileOfTheUsagePage()
    {
        var usage = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "usage.md"));
        return Assert.Single(usage.Split("```xml\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]), b => b.Contains("*.spof.catalogue.json", StringComparison.Ordinal));
    }

    private static void Add(ZipArchive archive, string path, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        writer.Write(text);
    }
}
