using System.Collections.Frozen;

namespace Harbor.Web.Catalogue;

/// <summary>Names by which the outside knows our products; fixed at build time.</summary>
public sealed class ProductNames
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["20-DRY"] = "Twenty foot dry container",
        ["40-REEFER"] = "Forty foot reefer",
    }.ToFrozenDictionary();

    public string Of(string sku) => Names.GetValueOrDefault(sku, sku);
}
