using Microsoft.Data.SqlClient;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddScoped<InvoiceReader>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/invoices/{id:int}", async (int id, InvoiceReader invoices) => await invoices.TotalAsync(id));
app.Run();

public sealed class InvoiceReader
{
    public async Task<decimal> TotalAsync(int id)
    {
        await using var connection = new SqlConnection("Server=billing-listener.corp,1433;Database=Billing;Integrated Security=true;MultiSubnetFailover=true");
        await connection.OpenAsync();
        await using var command = new SqlCommand("select Total from Invoices where Id = @id", connection);
        command.Parameters.AddWithValue("@id", id);
        return (decimal)(await command.ExecuteScalarAsync() ?? 0m);
    }
}
