namespace Spof.Benchmarks.Generation;

/// <summary>Code that holds no fact: messages, entities, rules of the business.</summary>
internal static class DomainTemplates
{
    public static string Message(int number) => $$"""
        namespace Shop.Contracts;

        /// <summary>Announces that something has changed.</summary>
        public sealed record Message{{number}}(Guid Id, string Source, DateTimeOffset At, IReadOnlyList<Message{{number}}.Line> Lines)
        {
            public sealed record Line(Guid ProductId, string Name, int Quantity, decimal Price)
            {
                public decimal Total => Quantity * Price;
            }

            public decimal Total => Lines.Sum(l => l.Total);

            public bool IsFrom(string source) => string.Equals(Source, source, StringComparison.OrdinalIgnoreCase);
        }
        """;

    public static string Entity(string space, int number) => $$"""
        using Shop.Contracts;

        namespace {{space}};

        /// <summary>One thing that the shop keeps, with its rules.</summary>
        public sealed class Entity{{number}}
        {
            private readonly List<Entity{{number}}Entry> _entries = [];

            public Guid Id { get; set; } = Guid.NewGuid();

            public string Name { get; set; } = "";

            public string? Remark { get; set; }

            public DateTimeOffset ChangedAt { get; set; }

            public bool IsClosed { get; private set; }

            public decimal Total => _entries.Where(e => !e.IsCancelled).Sum(e => e.Quantity * e.Price);

            public void Add(string product, int quantity, decimal price, DateTimeOffset at)
            {
                if (IsClosed)
                {
                    throw new InvalidOperationException("A closed entity takes no more entries.");
                }

                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
                var known = _entries.FirstOrDefault(e => e.Product == product && e.Price == price);
                if (known is not null)
                {
                    known.Quantity += quantity;
                }
                else
                {
                    _entries.Add(new Entity{{number}}Entry { Product = product, Quantity = quantity, Price = price });
                }

                ChangedAt = at;
            }

            public bool Cancel(string product)
            {
                var cancelled = false;
                foreach (var entry in _entries.Where(e => e.Product == product))
                {
                    entry.IsCancelled = true;
                    cancelled = true;
                }

                return cancelled;
            }

            public Message{{number}} Close(string source, DateTimeOffset at)
            {
                IsClosed = true;
                ChangedAt = at;
                var lines = _entries
                    .Where(e => !e.IsCancelled)
                    .OrderBy(e => e.Product, StringComparer.Ordinal)
                    .Select(e => new Message{{number}}.Line(Id, e.Product, e.Quantity, e.Price))
                    .ToArray();
                return new Message{{number}}(Id, source, at, lines);
            }
        }

        public sealed class Entity{{number}}Entry
        {
            public required string Product { get; init; }

            public int Quantity { get; set; }

            public decimal Price { get; init; }

            public bool IsCancelled { get; set; }
        }
        """;
}
