using Npgsql;

namespace Inventory;

public sealed record ReservationLine(Guid ProductId, int Quantity);

public sealed record Reservation(Guid OrderId, DateOnly DispatchOn);

/// <summary>What is in the warehouse and what is promised to an order.</summary>
public sealed class Stock(NpgsqlDataSource database)
{
    /// <summary>Takes the lines out of the stock, all or none. The same order asked twice is reserved once.</summary>
    /// <returns>The reservation, or null when a product has run out.</returns>
    public async Task<Reservation?> ReserveAsync(Guid orderId, IReadOnlyList<ReservationLine> lines, CancellationToken cancellation)
    {
        if (await FindAsync(orderId, cancellation) is { } existing)
            return existing;

        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var reservation = new Reservation(orderId, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1));

        // One order of locking for everybody, so that two orders never wait for each other.
        foreach (var line in lines.OrderBy(l => l.ProductId))
        {
            await using var take = new NpgsqlCommand(
                "UPDATE inventory.stock SET quantity = quantity - $1 WHERE product_id = $2 AND quantity >= $1", connection, transaction)
            {
                Parameters = { new() { Value = line.Quantity }, new() { Value = line.ProductId } },
            };
            if (await take.ExecuteNonQueryAsync(cancellation) == 0)
                return null;

            await using var promise = new NpgsqlCommand(
                "INSERT INTO inventory.reservations (order_id, product_id, quantity, dispatch_on) VALUES ($1, $2, $3, $4)", connection, transaction)
            {
                Parameters =
                {
                    new() { Value = orderId }, new() { Value = line.ProductId }, new() { Value = line.Quantity },
                    new() { Value = reservation.DispatchOn },
                },
            };
            await promise.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return reservation;
    }

    /// <summary>Puts what was promised to the order back on the shelf.</summary>
    public async Task ReleaseAsync(Guid orderId, CancellationToken cancellation)
    {
        await using var release = database.CreateCommand("""
            WITH released AS (DELETE FROM inventory.reservations WHERE order_id = $1 RETURNING product_id, quantity)
            UPDATE inventory.stock SET quantity = stock.quantity + released.quantity
            FROM released WHERE stock.product_id = released.product_id
            """);
        release.Parameters.Add(new() { Value = orderId });
        await release.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<Reservation?> FindAsync(Guid orderId, CancellationToken cancellation)
    {
        await using var query = database.CreateCommand(
            "SELECT dispatch_on FROM inventory.reservations WHERE order_id = $1 LIMIT 1");
        query.Parameters.Add(new() { Value = orderId });
        await using var reader = await query.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new Reservation(orderId, reader.GetFieldValue<DateOnly>(0)) : null;
    }
}
