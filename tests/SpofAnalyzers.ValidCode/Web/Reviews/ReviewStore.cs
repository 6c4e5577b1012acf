using MongoDB.Driver;

namespace Harbor.Web.Reviews;

public sealed record Review(string Id, string Sku, int Stars, string Text);

public sealed class ReviewStore(IMongoClient mongo)
{
    private IMongoCollection<Review> Reviews => mongo.GetDatabase("harbor").GetCollection<Review>("reviews").WithWriteConcern(WriteConcern.WMajority);

    public Task AddAsync(Review review, CancellationToken cancellationToken) => Reviews.InsertOneAsync(review, cancellationToken: cancellationToken);

    public Task<List<Review>> OfAsync(string sku, CancellationToken cancellationToken) => Reviews.Find(r => r.Sku == sku).Limit(50).ToListAsync(cancellationToken);
}
