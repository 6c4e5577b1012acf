using System.Text;
using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "://", "http", "jdbc:", "jdbc:oracle:thin:", "jdbc:sqlserver://", "@", ":", "/", "?", "#", "[", "]", "{", "}", "<", ">", "$", "%", "=", ";", ",",
        "'", "\"", "\\", " ", "Server", "Host", "Password", "Failover Partner", "(address=", ")", "(DESCRIPTION=(HOST=", "localhost", "a.b", "::1", "1433",
        "99999", "*", "+", "-", ".", "(localdb)", "\n", "\uFEFF", "é", "redis", "mongodb+srv", "password", "--token", "abortConnect=false", "tcp:", "//", "/*",
    ];

    [Fact]
    public void No_text_makes_a_reader_throw()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(12); n >= 0; n--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            var value = text.ToString();
            try
            {
                foreach (var endpoint in EndpointParser.Parse(value, (ConnectionProvider)random.Next(15)).Endpoints)
                {
                    Assert.NotEmpty(endpoint.Host);
                    HostClassifier.Classify(endpoint.Host, HostContext.Empty, endpoint.Path);
                }

                HostClassifier.Classify(value, HostContext.Empty);
                HostClassifier.IsNumbered(value);
                Redaction.Text(value);
                Redaction.LooksSecret(value);
                ConfigurationKey.SaysHost(value);
                ConfigurationKey.IsNeverEndpoint(value);
                JsonReader.Parse("{" + value);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"'{value}' makes it throw {e}");
            }
        }
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('a')]
    [InlineData('=')]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('@')]
    public void Long_texts_are_read_in_reasonable_steps(char c)
    {
        var text = new string(c, 200_000);
        Assert.Empty(EndpointParser.Parse(text).Endpoints);
        Assert.NotNull(Redaction.Text(text));
    }
}
