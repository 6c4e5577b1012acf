namespace Harbor.Web.Orders;

public sealed class Order
{
    public Guid Id { get; set; }

    public required string Customer { get; set; }

    public decimal Total { get; set; }

    public DateTimeOffset PlacedAt { get; set; }

    public List<OrderLine> Lines { get; } = [];
}

public sealed class OrderLine
{
    public int Id { get; set; }

    public required string Sku { get; set; }

    public int Quantity { get; set; }
}

public sealed class OutboxMessage
{
    public Guid Id { get; set; }

    public required string Topic { get; set; }

    public required string Body { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
