using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1008Tests
{
    private static readonly (string, string)[] Libraries =
    [
        ("System.DirectoryServices", "namespace System.DirectoryServices { public class DirectoryEntry { public DirectoryEntry(string path) { } } }"),
        ("Renci.SshNet", "namespace Renci.SshNet { public class SftpClient { public SftpClient(string host, string username, string password) { } } }"),
        ("FluentFTP", "namespace FluentFTP { public class FtpClient { public FtpClient(string host) { } } }"),
        ("MailKit", "namespace MailKit { public abstract class MailService { public void Connect(string host, int port = 0) { } } } namespace MailKit.Net.Smtp { public class SmtpClient : MailKit.MailService { } }"),
    ];

    private static Task VerifyAsync(string statement, params (string, string)[] files) =>
        new RuleTest { Analyzer = new OptInRulesAnalyzer(), Rule = "SPOF1008", Libraries = Libraries, AdditionalFiles = files }.VerifyAsync($$"""
            using System.DirectoryServices;
            using System.DirectoryServices.Protocols;
            class Program
            {
                static void Main() { }
                public void Run(IConfiguration configuration, IWebHostEnvironment env, string given, System.Net.Mail.SmtpClient mail)
                {
                    {{statement}}
                }
            }
            """);

    [Theory]
    [InlineData("[|mail.Host = \"relay.corp\"|];")]
    [InlineData("using var m = [|new System.Net.Mail.SmtpClient(\"mail01\")|];")]
    [InlineData("using var m = [|new System.Net.Mail.SmtpClient(\"10.0.0.25\", 25)|];")]
    [InlineData("[|new MailKit.Net.Smtp.SmtpClient().Connect(\"smtp.shop.com\", 587)|];")]
    [InlineData("var l = [|new LdapConnection(\"dc1.corp.contoso.com\")|];")]
    [InlineData("var l = [|new LdapDirectoryIdentifier(\"dc1.corp.contoso.com\", 636)|];")]
    [InlineData("var d = [|new DirectoryEntry(\"LDAP://dc1.corp.contoso.com/OU=Shop,DC=contoso,DC=com\")|];")]
    [InlineData("var d = [|new DirectoryEntry(\"LDAP://dc1\")|];")]
    [InlineData("var f = [|new Renci.SshNet.SftpClient(\"files.shop.com\", \"shop\", \"p\")|];")]
    [InlineData("var f = [|new FluentFTP.FtpClient(\"ftp.warehouse-partner.de\")|];")]
    public Task A_single_host_is_listed(string statement) => VerifyAsync(statement);

    [Fact]
    public Task A_single_host_of_the_configuration_is_listed() => VerifyAsync(
        "using var m = [|new System.Net.Mail.SmtpClient(configuration[\"Smtp:Host\"])|];", ("appsettings.json", """{ "Smtp": { "Host": "relay.corp" } }"""));

    [Theory]
    [InlineData("mail.Host = \"localhost\";")]
    [InlineData("mail.Host = given;")]
    [InlineData("mail.Host = configuration[\"Smtp:Host\"]!;")]
    [InlineData("mail.Host = configuration[\"Smtp:Host\"] ?? \"relay.corp\";")]
    [InlineData("mail.Host = \"smtp.example.com\";")]
    [InlineData("mail.Host = \"smtp.office365.com\";")]
    [InlineData("var l = new LdapConnection(\"contoso.com\");")]
    [InlineData("var l = new LdapDirectoryIdentifier(new[] { \"dc1.corp\", \"dc2.corp\" }, true, false);")]
    [InlineData("var d = new DirectoryEntry(\"LDAP://DC=contoso,DC=com\");")]
    [InlineData("var d = new DirectoryEntry(\"LDAP://contoso.com/OU=Shop,DC=contoso,DC=com\");")]
    [InlineData("if (env.IsDevelopment()) { mail.Host = \"relay.corp\"; }")]
    [InlineData("using var t = new System.Net.Sockets.TcpClient(\"legacy.corp\", 9000);")]
    public Task Others_are_not(string statement) => VerifyAsync(statement);
}
