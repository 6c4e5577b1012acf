using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Http;

public sealed class SecondProviderTests
{
    private const string Providers = """
        public interface IPay { Task Charge(); }
        public class Stripe(HttpClient http) : IPay { public async Task Charge() => (await http.PostAsync("https://api.stripe.com/v1/charges", null)).EnsureSuccessStatusCode(); }
        public class Adyen(HttpClient http) : IPay { public async Task Charge() => (await http.PostAsync("https://api.adyen.com/v1/payments", null)).EnsureSuccessStatusCode(); }
        public class Mollie(HttpClient http) { public async Task Charge() => await http.PostAsync("https://api.mollie.com/v2/payments", null); }
        """;

    private const string Registrations = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<Stripe>();
        builder.Services.AddHttpClient<Adyen>();
        builder.Services.AddHttpClient<Mollie>();
        """;

    private static Dictionary<string, CallSite> Calls(string checkout) => Clients.Of(Registrations, Providers, checkout)
        .Where(c => c.Calls.Count > 0).ToDictionary(c => c.Name, c => Assert.Single(c.Calls));

    [Fact]
    public void A_typed_client_called_in_the_handler_of_another_is_its_alternative()
    {
        var calls = Calls("""
            class Checkout(Stripe stripe, Adyen adyen)
            {
                public async Task Pay() { try { await stripe.Charge(); } catch (HttpRequestException) { await adyen.Charge(); } }
            }
            """);
        Assert.Equal((CallOutcome.Substitutes, false), (calls["Stripe"].Outcome, calls["Stripe"].IsAlternative));
        Assert.Equal((CallOutcome.Propagates, true), (calls["Adyen"].Outcome, calls["Adyen"].IsAlternative));
        Assert.Equal([calls["Stripe"].Location], calls["Adyen"].AlternativeOf);
        Assert.Empty(calls["Stripe"].AlternativeOf);
    }

    [Fact]
    public void Protection_at_the_registration_does_not_hide_who_stands_in_for_whom()
    {
        var clients = Clients.Of("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient<Stripe>().AddStandardResilienceHandler();
            builder.Services.AddHttpClient<Adyen>().AddStandardResilienceHandler();
            """, Providers, """
            class Checkout(Stripe stripe, Adyen adyen)
            {
                public async Task Pay() { try { await stripe.Charge(); } catch (HttpRequestException) { await adyen.Charge(); } }
            }
            """);
        Assert.Equal([(CallOutcome.Substitutes, false), (CallOutcome.Propagates, true)], clients.Where(c => c.IsRegistered).Select(c => (c.Calls[0].Outcome, c.Calls[0].IsAlternative)));
    }

    [Fact]
    public void A_need_of_its_own_elsewhere_outweighs_the_use_as_alternative()
    {
        var calls = Calls("""
            class Checkout(Stripe stripe, Adyen adyen)
            {
                public async Task Pay() { try { await stripe.Charge(); } catch (HttpRequestException) { await adyen.Charge(); } }
                public async Task PayByInvoice() => await adyen.Charge();
            }
            """);
        Assert.False(calls["Adyen"].IsAlternative);
        Assert.Equal(CallOutcome.Propagates, calls["Adyen"].Outcome);
    }

    [Fact]
    public void A_third_provider_stands_in_for_the_second_and_the_second_for_the_first()
    {
        var calls = Calls("""
            class Checkout(Stripe stripe, Adyen adyen, Mollie mollie)
            {
                public async Task Pay()
                {
                    try { await stripe.Charge(); }
                    catch (HttpRequestException)
                    {
                        try { await adyen.Charge(); } catch (HttpRequestException) { await mollie.Charge(); }
                    }
                }
            }
            """);
        Assert.Equal([calls["Adyen"].Location], calls["Mollie"].AlternativeOf);
        Assert.Equal([calls["Stripe"].Location], calls["Adyen"].AlternativeOf);
        Assert.Equal([CallOutcome.Substitutes, CallOutcome.Substitutes, CallOutcome.Propagates], new[] { "Stripe", "Adyen", "Mollie" }.Select(n => calls[n].Outcome));
    }

    [Fact]
    public void A_chain_over_two_methods_ends_at_what_the_inner_one_tries_last()
    {
        var calls = Calls("""
            class Checkout(Stripe stripe, Adyen adyen, Mollie mollie)
            {
                public async Task Pay() { try { await Usual(); } catch (HttpRequestException) { await mollie.Charge(); } }
                private async Task Usual() { try { await stripe.Charge(); } catch (HttpRequestException) { await adyen.Charge(); } }
            }
            """);
        Assert.Equal([calls["Adyen"].Location], calls["Mollie"].AlternativeOf);
        Assert.Equal([calls["Stripe"].Location], calls["Adyen"].AlternativeOf);
    }

    [Theory]
    [InlineData("try { await adyen.Answer(); } catch (HttpRequestException e) { throw new InvalidOperationException(\"no provider\", e); }")]
    [InlineData("var second = await adyen.Answer(); if (!second) { throw new InvalidOperationException(\"no provider\"); }")]
    public void The_error_when_the_alternative_fails_too_does_not_make_the_first_a_need(string handler)
    {
        var calls = Clients.Of(Registrations, Providers.Replace(
            "public class Adyen(HttpClient http) : IPay {",
            "public class Adyen(HttpClient http) : IPay { public async Task<bool> Answer() { await Charge(); return true; } ", StringComparison.Ordinal), $$"""
            class Checkout(Stripe stripe, Adyen adyen)
            {
                public async Task Pay() { try { await stripe.Charge(); } catch (HttpRequestException) { {{handler}} } }
            }
            """).ToDictionary(c => c.Name, c => c.Calls.FirstOrDefault());
        Assert.Equal(CallOutcome.Substitutes, calls["Stripe"]!.Outcome);
        Assert.True(calls["Adyen"]!.IsAlternative);
    }

    [Fact]
    public void A_call_that_reports_the_failure_before_it_is_thrown_again_leaves_the_first_a_need()
    {
        var calls = Calls("""
            class Checkout(Stripe stripe, Adyen adyen)
            {
                public async Task Pay() { try { await stripe.Charge(); } catch (HttpRequestException) { await adyen.Charge(); throw; } }
            }
            """);
        Assert.Equal((CallOutcome.Propagates, false), (calls["Stripe"].Outcome, calls["Stripe"].IsAlternative));
        Assert.True(calls["Adyen"].IsAlternative);
    }

    [Fact]
    public void Two_of_one_interface_stand_in_for_each_other_whichever_is_first()
    {
        var calls = Calls("""
            class Checkout([FromKeyedServices("a")] IPay first, [FromKeyedServices("b")] IPay second)
            {
                public async Task Pay() { try { await first.Charge(); } catch (HttpRequestException) { await second.Charge(); } }
            }
            """);
        Assert.Equal([calls["Adyen"].Location], calls["Stripe"].AlternativeOf);
        Assert.Equal([calls["Stripe"].Location], calls["Adyen"].AlternativeOf);
    }

    [Fact]
    public void The_same_provider_asked_again_is_no_alternative_to_itself()
    {
        var calls = Calls("""
            class Checkout(IPay pay, Stripe stripe)
            {
                public async Task Pay() { try { await stripe.Charge(); } catch (HttpRequestException) { await stripe.Charge(); } }
            }
            """);
        Assert.Equal([calls["Stripe"].Location], calls["Stripe"].AlternativeOf);
    }

    [Fact]
    public void What_failed_before_may_be_no_call_of_a_client()
    {
        var call = Calls("""
            class Checkout(Stripe stripe)
            {
                public async Task Pay() { try { await File.ReadAllTextAsync("paid"); } catch (Exception) { await stripe.Charge(); } }
            }
            """)["Stripe"];
        Assert.True(call.IsAlternative);
        Assert.Empty(call.AlternativeOf);
    }

    [Fact]
    public void Two_static_clients_in_one_method()
    {
        var clients = Clients.Of("""
            class Checkout
            {
                private static readonly HttpClient A = new() { BaseAddress = new Uri("https://api.stripe.com") };
                private static readonly HttpClient B = new() { BaseAddress = new Uri("https://api.adyen.com") };
                public async Task Pay()
                {
                    HttpResponseMessage answer;
                    try { answer = await A.PostAsync("v1", null); answer.EnsureSuccessStatusCode(); }
                    catch (HttpRequestException) { answer = await B.PostAsync("v1", null); }
                    answer.EnsureSuccessStatusCode();
                }
            }
            """);
        Assert.Equal([clients[0].Calls[0].Location], clients[1].Calls[0].AlternativeOf);
    }
}
