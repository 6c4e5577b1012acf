using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Hybrid;

namespace Harbor.Web.Catalogue;

[ApiController, Route("catalogue")]
public sealed class CatalogueController(ProductNames names, [FromServices] HybridCache? cache = null) : ControllerBase
{
    [HttpGet("{sku}"), OutputCache(Duration = 60)]
    public async Task<IActionResult> FindAsync(string sku, CancellationToken cancellationToken)
    {
        var name = cache is null
            ? names.Of(sku)
            : await cache.GetOrCreateAsync("name:" + sku, _ => ValueTask.FromResult(names.Of(sku)), cancellationToken: cancellationToken);
        return Ok(new { sku, name });
    }
}
