using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class HostClassifierTests
{
    public static TheoryData<string, string> Vectors => [.. HostVectors.All.Select(v => (v.Host, v.Class))];

    [Theory, MemberData(nameof(Vectors))]
    public void Hosts_are_classified_by_their_text(string host, string expected) =>
        Assert.Equal(expected, HostClassifier.Classify(host, HostContext.Empty).Class.ToString());

    [Theory]
    [InlineData("api.stripe.com", "payments")]
    [InlineData("checkout-eu.adyen.com", "payments")]
    [InlineData("contoso.eu.auth0.com", "identity")]
    [InlineData("cognito-idp.eu-west-1.amazonaws.com", "identity")]
    [InlineData("api.sendgrid.com", "email")]
    [InlineData("api.twilio.com", "messaging")]
    [InlineData("shop.openai.azure.com", "ai")]
    [InlineData("o1.ingest.sentry.io", "telemetry")]
    [InlineData("otlp.nr-data.net", "telemetry")]
    public void Third_parties_have_a_category(string host, string category) =>
        Assert.Equal(new HostVerdict(HostClass.Saas, category), HostClassifier.Classify(host, HostContext.Empty));

    [Fact]
    public void The_path_decides_where_a_service_shares_its_host_with_a_site() =>
        Assert.Equal("compliance", HostClassifier.Classify("www.google.com", HostContext.Empty, "/recaptcha/api/siteverify").Category);

    [Theory]
    [InlineData("api.contoso.com", nameof(HostClass.Own))]
    [InlineData("sql.contoso.co.uk", nameof(HostClass.Own))]
    [InlineData("db.fabrikam.net", nameof(HostClass.Own))]
    [InlineData("contoso.com.evil.org", nameof(HostClass.PublicName))]
    [InlineData("notfabrikam.net", nameof(HostClass.PublicName))]
    [InlineData("db.contoso.corp", nameof(HostClass.Internal))]
    [InlineData("contoso.api", nameof(HostClass.PrivateName))]
    public void Own_domains_are_given_as_suffix_or_as_registrable_name(string host, string expected) =>
        Assert.Equal(expected, HostClassifier.Classify(host, new HostContext(["contoso", "fabrikam.net"], [], [])).Class.ToString());

    [Fact]
    public void Options_add_third_parties_and_managed_suffixes_whatever_the_name_looks_like()
    {
        var context = new HostContext(["fabrikam"], [new("payments.bank.eu", "payments"), new("stripe.proxy", "payments")], [".ha.fabrikam.net", "listener.corp"]);
        Assert.Equal(new HostVerdict(HostClass.Saas, "payments"), HostClassifier.Classify("api.payments.bank.eu", context));
        Assert.Equal(HostClass.CloudManaged, HostClassifier.Classify("sql.ha.fabrikam.net", context).Class);
        Assert.Equal(HostClass.Saas, HostClassifier.Classify("stripe.proxy", context).Class);
        Assert.Equal(HostClass.CloudManaged, HostClassifier.Classify("sql01.listener.corp", context).Class);
        Assert.Equal(HostClass.Own, HostClassifier.Classify("sql.fabrikam.net", context).Class);
    }

    [Theory]
    [InlineData("db01.corp", true)]
    [InlineData("sql-2", true)]
    [InlineData("web3.corp.contoso.com", true)]
    [InlineData("db01-prod.corp", true)]
    [InlineData("sql.corp", false)]
    [InlineData("api-v2.internal", false)]
    [InlineData("s3.internal", false)]
    [InlineData("db.zone1.corp", false)]
    public void A_number_at_the_end_of_the_first_label_means_one_machine(string host, bool expected) =>
        Assert.Equal(expected, HostClassifier.IsNumbered(host));
}
