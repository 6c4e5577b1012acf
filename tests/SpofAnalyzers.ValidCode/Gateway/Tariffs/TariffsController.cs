using Microsoft.AspNetCore.Mvc;

namespace Harbor.Gateway.Tariffs;

[ApiController, Route("tariffs")]
public sealed class TariffsController(TariffReader tariffs, TariffContext context) : ControllerBase
{
    private static readonly string[] Countries = ["DE", "FR", "NL"];

    [HttpGet("{code}")]
    public async Task<ActionResult<decimal>> GetAsync(string code, CancellationToken token) =>
        Countries.Contains(code[..2]) && await tariffs.RateAsync(code, token) is { } rate ? rate : NotFound();

    [HttpPut("{code}")]
    public async Task<IActionResult> PutAsync(string code, [FromBody] decimal rate, CancellationToken token)
    {
        var pending = new List<Tariff> { new() { Code = code, Rate = rate } };
        context.Tariffs.AddRange(pending);
        await context.SaveChangesAsync(token);
        return NoContent();
    }
}
