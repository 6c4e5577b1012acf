using Microsoft.EntityFrameworkCore;

namespace Catalogue;

public sealed record Product(Guid Id, string Name, string Description, decimal Price);

public sealed class CatalogueContext(DbContextOptions<CatalogueContext> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Product>(product =>
        {
            product.ToTable("products");
            product.Property(p => p.Id).HasColumnName("id");
            product.Property(p => p.Name).HasColumnName("name");
            product.Property(p => p.Description).HasColumnName("description");
            product.Property(p => p.Price).HasColumnName("price");
        });
}
