using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3014Tests
{
    private static Task VerifyAsync(string statements, string types) => new RuleTest { Analyzer = new OptInRulesAnalyzer(), Rule = Spof3014.Id }.VerifyAsync(
        "using OpenAI; using OpenAI.Chat; using SendGrid; using SendGrid.Helpers.Mail; using Stripe;\nvar builder = WebApplication.CreateBuilder(args);\n" + statements + "\nbuilder.Build().Run();\n" + types);

    private const string Stripe = "builder.Services.AddSingleton([|new StripeClient(\"k\")|]);";
    private const string SilentStripe = "builder.Services.AddSingleton(new StripeClient(\"k\"));";

    [Theory]
    [InlineData("class A(StripeClient c) { public object C => c; } class B(StripeClient c) { public object C => c; } class D(StripeClient c) { public object C => c; }")]
    [InlineData("class A(StripeClient c) { public object C => c; } class B(ChargeService c) { public object C => c; } class D(RefundService c) { public object C => c; }")]
    [InlineData("class A { public Charge? Last { get; set; } } class B { public void Pay(StripeClient c) { } } class D { readonly StripeClient _c = null!; public object C => _c; }")]
    [InlineData("class A { public object C() => new ChargeService(); } class B { public object C() => new RefundService(); } class D { public object C() => new PayoutService(); }")]
    [InlineData("class A(IStripeClient c) { public object C => c; } class B(IStripeClient c) { public object C => c; } class D(IStripeClient c) { public object C => c; }")]
    [InlineData("class A : IDisposable { public StripeClient? C; public void Dispose() { } } class B { public StripeClient? C; } class D { public StripeClient? C; }")]
    [InlineData("class A(StripeClient c) { public object C => c; } class B(StripeClient c) { public object C => c; } class D(StripeClient c) { public object C => c; } class E(StripeClient c) { public object C => c; }")]
    public Task A_vendor_in_three_classes_is_reported(string types) => VerifyAsync(Stripe, types);

    [Theory]
    [InlineData("builder.Services.AddSingleton<ISendGridClient>([|new SendGridClient(\"k\")|]);", "class A(ISendGridClient c) { public object C => c; } class B(ISendGridClient c) { public object C => c; } class D { public SendGridMessage? M; }")]
    [InlineData("builder.Services.AddSingleton(_ => [|new OpenAIClient(\"k\")|]);", "class A(OpenAIClient c) { public object C => c; } class B(ChatClient c) { public object C => c; } class D(OpenAIClient c) { public object C => c; }")]
    [InlineData("builder.Services.AddSingleton(_ => [|new ChatClient(\"m\", \"k\")|]);", "class A(ChatClient c) { public object C => c; } class B(ChatClient c) { public object C => c; } class D(ChatClient c) { public object C => c; }")]
    public Task Other_vendors_are_reported(string statements, string types) => VerifyAsync(statements, types);

    [Theory]
    [InlineData("")]
    [InlineData("class A(StripeClient c) { public object C => c; }")]
    [InlineData("class A(StripeClient c) { public object C => c; } class B(StripeClient c) { public object C => c; }")]
    [InlineData("interface IPay { } class A(StripeClient c) : IPay { public object C => c; } class B(IPay c) { public object C => c; } class D(IPay c) { public object C => c; }")]
    [InlineData("interface IPay { } class A(StripeClient c) : IPay { public object C => c; } class B(ChargeService c) : IPay { public object C => c; } class D(RefundService c) : IPay { public object C => c; }")]
    [InlineData("abstract class Pay { } class A(StripeClient c) : Pay { public object C => c; } class B(ChargeService c) : Pay { public object C => c; } class D(RefundService c) : Pay { public object C => c; }")]
    [InlineData("static class A { public static void Add(StripeClient c) { } } static class B { public static void Add(StripeClient c) { } } static class D { public static void Add(StripeClient c) { } }")]
    [InlineData("class A(SendGridMessage c) { public object C => c; } class B(SendGridMessage c) { public object C => c; } class D(SendGridMessage c) { public object C => c; }")]
    public Task A_vendor_in_few_classes_or_behind_a_contract_is_not(string types) => VerifyAsync(SilentStripe, types);

    [Theory]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddSingleton(new StripeClient(\"k\")); }")]
    [InlineData("builder.Services.AddSingleton(new Own.StripeClient());")]
    public Task Development_and_own_types_are_not(string statements) => VerifyAsync(
        statements, "class A(StripeClient c) { public object C => c; } class B(StripeClient c) { public object C => c; } class D(StripeClient c) { public object C => c; } namespace Own { class StripeClient { } }");
}
