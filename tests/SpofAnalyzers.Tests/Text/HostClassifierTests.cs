using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class HostClassifierTests
{
    [Theory]
    [InlineData("", nameof(HostClass.None))]
    [InlineData("  ", nameof(HostClass.None))]
    [InlineData("localhost", nameof(HostClass.Loopback))]
    [InlineData("127.0.0.1", nameof(HostClass.Loopback))]
    [InlineData("127.8.9.1", nameof(HostClass.Loopback))]
    [InlineData("[::1]", nameof(HostClass.Loopback))]
    [InlineData("::ffff:127.0.0.1", nameof(HostClass.Loopback))]
    [InlineData("app.localhost", nameof(HostClass.Loopback))]
    [InlineData("host.docker.internal", nameof(HostClass.Loopback))]
    [InlineData("(localdb)", nameof(HostClass.Loopback))]
    [InlineData("(localdb)\\mssqllocaldb", nameof(HostClass.Loopback))]
    [InlineData(".", nameof(HostClass.Loopback))]
    [InlineData("0.0.0.0", nameof(HostClass.BindAny))]
    [InlineData("[::]", nameof(HostClass.BindAny))]
    [InlineData("10.1.2.3", nameof(HostClass.PrivateIp))]
    [InlineData("172.20.0.4", nameof(HostClass.PrivateIp))]
    [InlineData("192.168.0.7", nameof(HostClass.PrivateIp))]
    [InlineData("100.64.1.1", nameof(HostClass.PrivateIp))]
    [InlineData("fd12::1", nameof(HostClass.PrivateIp))]
    [InlineData("172.32.0.1", nameof(HostClass.PublicIp))]
    [InlineData("168.63.129.16", nameof(HostClass.PublicIp))]
    [InlineData("8.8.8.8", nameof(HostClass.PublicIp))]
    [InlineData("::ffff:8.8.8.8", nameof(HostClass.PublicIp))]
    [InlineData("169.254.169.254", nameof(HostClass.LinkLocal))]
    [InlineData("fe80::1%eth0", nameof(HostClass.LinkLocal))]
    [InlineData("224.0.0.1", nameof(HostClass.Multicast))]
    [InlineData("ff02::1", nameof(HostClass.Multicast))]
    [InlineData("203.0.113.9", nameof(HostClass.Documentation))]
    [InlineData("2001:db8::5", nameof(HostClass.Documentation))]
    [InlineData("example.com", nameof(HostClass.Documentation))]
    [InlineData("api.example.org", nameof(HostClass.Documentation))]
    [InlineData("foo.test", nameof(HostClass.Documentation))]
    [InlineData("foo.invalid", nameof(HostClass.Documentation))]
    [InlineData("inventory", nameof(HostClass.SingleLabel))]
    [InlineData("postgres", nameof(HostClass.SingleLabel))]
    [InlineData("todo-api", nameof(HostClass.SingleLabel))]
    [InlineData("10", nameof(HostClass.SingleLabel))]
    [InlineData("inventory.default.svc", nameof(HostClass.KubernetesService))]
    [InlineData("inventory.default.svc.cluster.local", nameof(HostClass.KubernetesService))]
    [InlineData("db.service.consul", nameof(HostClass.Consul))]
    [InlineData("db01.corp", nameof(HostClass.Internal))]
    [InlineData("orders.internal", nameof(HostClass.Internal))]
    [InlineData("printer.local", nameof(HostClass.Internal))]
    [InlineData("nas.home.arpa", nameof(HostClass.Internal))]
    [InlineData("ip-10-0-0-5.ec2.internal", nameof(HostClass.Internal))]
    [InlineData("catalog.api", nameof(HostClass.PrivateName))]
    [InlineData("Basket.API", nameof(HostClass.PrivateName))]
    [InlineData("db.orders-prod", nameof(HostClass.PrivateName))]
    [InlineData("webshopping.web", nameof(HostClass.PrivateName))]
    [InlineData("orders.service", nameof(HostClass.PrivateName))]
    [InlineData("sql01.contoso.loc", nameof(HostClass.PrivateName))]
    [InlineData("redis.db", nameof(HostClass.PrivateName))]
    [InlineData("catalog.shop", nameof(HostClass.PublicName))]
    [InlineData("catalog.services", nameof(HostClass.PublicName))]
    [InlineData("orders.contoso.dev", nameof(HostClass.PublicName))]
    [InlineData("contoso.io", nameof(HostClass.PublicName))]
    [InlineData("contoso.co.uk", nameof(HostClass.PublicName))]
    [InlineData("xn--e1afmkfd.xn--p1ai", nameof(HostClass.PublicName))]
    [InlineData("API.STRIPE.COM.", nameof(HostClass.Saas))]
    [InlineData("mycorp.com", nameof(HostClass.PublicName))]
    [InlineData("xn--bcher-kva.de", nameof(HostClass.PublicName))]
    [InlineData("notexample.com", nameof(HostClass.PublicName))]
    [InlineData("mytodolist.com", nameof(HostClass.PublicName))]
    [InlineData("ec2-3-4-5-6.compute-1.amazonaws.com", nameof(HostClass.PublicName))]
    [InlineData("www.google.com", nameof(HostClass.PublicName))]
    [InlineData("srv1.database.windows.net", nameof(HostClass.CloudManaged))]
    [InlineData("mydb.cluster-c1x.us-east-1.rds.amazonaws.com", nameof(HostClass.CloudManaged))]
    [InlineData("c.redis.cache.windows.net", nameof(HostClass.CloudManaged))]
    [InlineData("yourstore.com", nameof(HostClass.Placeholder))]
    [InlineData("todo.contoso.com", nameof(HostClass.Placeholder))]
    [InlineData("{tenant}.vault.azure.net", nameof(HostClass.Placeholder))]
    [InlineData("<name>.openai.azure.com", nameof(HostClass.Placeholder))]
    [InlineData("${DB_HOST}", nameof(HostClass.Placeholder))]
    [InlineData("SECRET", nameof(HostClass.Placeholder))]
    [InlineData("***", nameof(HostClass.Placeholder))]
    [InlineData("xxxx.database.windows.net", nameof(HostClass.Placeholder))]
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
