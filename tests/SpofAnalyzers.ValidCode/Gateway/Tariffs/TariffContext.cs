using Microsoft.EntityFrameworkCore;

namespace Harbor.Gateway.Tariffs;

public sealed class Tariff
{
    public int Id { get; set; }

    public required string Code { get; set; }

    public decimal Rate { get; set; }
}

public sealed class TariffContext(DbContextOptions<TariffContext> options) : DbContext(options)
{
    public DbSet<Tariff> Tariffs => Set<Tariff>();
}
