using MongoDB.Driver;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<IMongoClient>(_ => new MongoClient("mongodb://mongo01.corp:27017"));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/products/{sku}", async (string sku, IMongoClient mongo) =>
    await mongo.GetDatabase("catalogue").GetCollection<Product>("products").Find(p => p.Sku == sku).FirstOrDefaultAsync());
app.Run();

public sealed record Product(string Sku, string Name);
