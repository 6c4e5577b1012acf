using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3011Tests
{
    private const string Usings = """
        using Amazon.S3; using Azure.Storage.Blobs; using OpenAI; using Polly; using SendGrid; using SendGrid.Helpers.Mail; using SendGrid.Helpers.Reliability; using Stripe; using System.ClientModel.Primitives;

        """;

    private static Task VerifyAsync(string statements, string types = "") => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3011.Id }.VerifyAsync(
        Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + "\n" + types);

    [Theory]
    [InlineData("StripeConfiguration.[|MaxNetworkRetries = 0|];")]
    [InlineData("_ = new StripeClient(\"k\", httpClient: [|new SystemNetHttpClient(maxNetworkRetries: 0)|]);")]
    [InlineData("_ = new AmazonS3Client(new AmazonS3Config { [|MaxErrorRetry = 0|] });")]
    [InlineData("var config = new AmazonS3Config();\n[|config.MaxErrorRetry = 0|];")]
    [InlineData("_ = new BlobClientOptions { Retry = { [|MaxRetries = 0|] } };")]
    [InlineData("var options = new BlobClientOptions();\n[|options.Retry.MaxRetries = 0|];")]
    [InlineData("_ = new OpenAIClientOptions { RetryPolicy = [|new ClientRetryPolicy(0)|] };")]
    [InlineData("_ = new OpenAIClientOptions { RetryPolicy = [|new ClientRetryPolicy(maxRetries: 0)|] };")]
    [InlineData("_ = [|new SendGridClient(builder.Configuration[\"SendGrid:Key\"])|];")]
    [InlineData("_ = [|new SendGridClient(new SendGridClientOptions { ApiKey = \"k\" })|];")]
    [InlineData("builder.Services.AddSingleton<ISendGridClient>(_ => [|new SendGridClient(\"k\")|]);")]
    public Task A_client_without_retries_is_reported(string statements) =>
        VerifyAsync(statements.Replace("StripeConfiguration.[|", "[|StripeConfiguration.", StringComparison.Ordinal));

    [Theory]
    [InlineData("StripeConfiguration.MaxNetworkRetries = 3;")]
    [InlineData("_ = new StripeClient(\"k\", httpClient: new SystemNetHttpClient(maxNetworkRetries: 2));")]
    [InlineData("_ = new AmazonS3Client(new AmazonS3Config { MaxErrorRetry = 5 });")]
    [InlineData("_ = new AmazonS3Client(new AmazonS3Config { MaxErrorRetry = args.Length });")]
    [InlineData("_ = new BlobClientOptions { Retry = { MaxRetries = 8 } };")]
    [InlineData("_ = new OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy() };")]
    [InlineData("_ = new SendGridClient(new SendGridClientOptions { ApiKey = \"k\", ReliabilitySettings = new ReliabilitySettings(2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(1)) });")]
    [InlineData("_ = new SendGridClient(new HttpClient(), \"k\");")]
    [InlineData("SendGridClient Make(SendGridClientOptions options) => new SendGridClient(options);\n_ = Make(null!);")]
    [InlineData("_ = new Limits { MaxRetries = 0 };")]
    [InlineData("if (builder.Environment.IsDevelopment()) { StripeConfiguration.MaxNetworkRetries = 0; }")]
    public Task A_client_that_retries_or_may_is_not(string statements) => VerifyAsync(statements, "class Limits { public int MaxRetries { get; set; } }");

    [Theory]
    [InlineData("public Task Send(SendGridMessage mail) => pipeline.ExecuteAsync(async stop => await mails.SendEmailAsync(mail, stop)).AsTask();")]
    [InlineData("public Task Send(SendGridMessage mail) => pipeline.ExecuteAsync(async stop => await Core(mail)).AsTask(); Task Core(SendGridMessage mail) => mails.SendEmailAsync(mail);")]
    public Task A_client_inside_of_a_pipeline_is_not(string members) => VerifyAsync(
        "builder.Services.AddSingleton<ISendGridClient>(_ => new SendGridClient(\"k\"));", $"class Mails(ISendGridClient mails, ResiliencePipeline pipeline) {{ {members} }}");
}
