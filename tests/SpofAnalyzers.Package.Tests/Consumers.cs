namespace SpofAnalyzers.Package.Tests;

/// <summary>The projects of the consumer solution, each for one thing that a user does.</summary>
internal static class Consumers
{
    private const string Payments = """{ "Payments": { "Url": "https://api.stripe.com" } }""";

    /// <summary>A place that the rule finds worth a look only: a map that is filled and never emptied.</summary>
    private const string Register = """
        namespace Shop
        {
            public sealed class Price
            {
                public string Sku { get; set; }
            }

            public static class Register
            {
                private static readonly System.Collections.Generic.Dictionary<string, Price> Known = new System.Collections.Generic.Dictionary<string, Price>();

                public static void Note(Price price)
                {
                    Known[price.Sku] = price;
                }

                public static Price Find(string sku)
                {
                    return Known.TryGetValue(sku, out var price) ? price : null;
                }
            }
        }
        """;

    public static IReadOnlyList<Consumer> All { get; } =
    [
        new("Plain") { Files = [("appsettings.json", Payments), ("Register.cs", Register)] },
        new("EditorConfigError") { Files = [(".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3006.severity = error\n")] },
        new("EditorConfigNone") { Files = [(".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3006.severity = none\n")] },
        new("WarningsAsErrors") { Properties = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>" },
        new("TestProject") { Properties = "<IsTestProject>true</IsTestProject>", Files = [("appsettings.json", Payments)] },
        new("NoConfiguration") { Properties = "<SpofIncludeConfigurationFiles>false</SpofIncludeConfigurationFiles>", Files = [("appsettings.json", Payments)] },
        new("OwnAdditionalFile")
        {
            Items = """
                <ItemGroup><AdditionalFiles Include="appsettings.json" /></ItemGroup>
                <Target Name="ListFiles" AfterTargets="CoreCompile"><WriteLinesToFile File="additional.txt" Lines="@(AdditionalFiles->'%(Filename)%(Extension)')" Overwrite="true" /></Target>
                """,
            Files =
            [
                ("appsettings.json", Payments), ("appsettings.Production.json", "{}"), ("OwnAdditionalFile.settings.json", "{}"), ("other.json", "{}"),
                ("bin/appsettings.json", "{}"), ("deep/appsettings.json", "{}"),
            ],
        },
        Partner("Catalogued", ""),
        Partner("NoCatalogue", "<SpofIncludeCatalogues>false</SpofIncludeCatalogues>"),
        Partner("CatalogueOfPackage", "<SpofIncludeCatalogues>false</SpofIncludeCatalogues>") with
        {
            Items = $"""<ItemGroup><PackageReference Include="{CataloguePackage.Id}" Version="{CataloguePackage.Version}" PrivateAssets="all" /></ItemGroup>""",
        },
        Preset("None", "none"),
        Preset("Minimal", "minimal"),
        Preset("Recommended", "recommended", (".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Reliability.severity = error\n")),
        Preset("Strict", "Strict"),
        Preset("StrictErrors", "strict-errors"),
        Preset("UserWins", "strict-errors", (".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3006.severity = suggestion\n"), (".globalconfig", "is_global = true\ndotnet_diagnostic.SPOF4001.severity = none\n")),
        Preset("Mistyped", "strickt"),
        // The mode in a file above the project.
        new("InheritedMode")
        {
            Files =
            [
                ("Directory.Build.props", """<Project><Import Project="../Directory.Build.props" /><PropertyGroup><SpofAnalysisMode>minimal</SpofAnalysisMode></PropertyGroup></Project>"""),
                ("appsettings.json", Payments),
            ],
        },
        Language("CSharp7", "7.3", """
            using System.Threading.Tasks;
            public class Basket
            {
                public (int Count, decimal Total) Sum { get; set; }
                public async Task<int> Count() { await Task.Yield(); return Sum.Count is int count ? count : default; }
            }
            """),
        Language("CSharp9", "9.0", """
            public record Basket(string Sku, int Count)
            {
                public bool IsMany => Count is > 1 and not 3;
                public static Basket Empty { get; } = new("", 0);
            }
            """),
        Language("CSharp12", "12.0", """"
            namespace Shop;
            using Line = (string Sku, int Count);
            public class Basket(string owner)
            {
                public required string Name { get; init; }
                public Line[] Lines { get; } = [("a", 1), .. new Line[] { ("b", 2) }];
                public string Text => $$"""{{owner}}: {{Lines is [var first, ..]}}""";
            }
            """"),
        Language("Newest", "preview", """
            namespace Shop;
            public static class Baskets
            {
                extension(string sku)
                {
                    public bool IsEmpty => sku.Length == 0;
                }
            }
            public partial class Basket
            {
                public string Name { get => field ?? ""; set => field = value; }
                public int Count(params System.ReadOnlySpan<string> skus) => skus.Length;
                public static void Rename(Basket basket) => basket?.Name = nameof(System.Collections.Generic.List<>);
            }
            """),
        new("Fixed"),
        new("Accepting")
        {
            Properties = "<LangVersion>7.3</LangVersion>",
            Files =
            [
                ("Prices.cs", """
                    using SpofAnalyzers;
                    namespace Shop
                    {
                        public static class Prices
                        {
                            [AcceptSpof("SPOF3006", Owner = "team-prices", Until = "2001-01-01", Reason = "replaced soon")]
                            internal static readonly System.Net.Http.HttpClient Client = new System.Net.Http.HttpClient();
                        }
                    }
                    """),
            ],
        },
    ];

    private static Consumer Preset(string name, string mode, params (string Path, string Text)[] files) =>
        new(name) { Properties = $"<SpofAnalysisMode>{mode}</SpofAnalysisMode>", Files = [("appsettings.json", Payments), ("Register.cs", Register), .. files] };

    private static Consumer Partner(string name, string properties) =>
        new(name) { Properties = properties, Files = [("appsettings.json", """{ "Payments": { "Url": "https://api.partner-pay.io" } }""")] };

    private static Consumer Language(string name, string version, string code) =>
        new(name) { Properties = $"<LangVersion>{version}</LangVersion>", Files = [("Basket.cs", code)] };
}
