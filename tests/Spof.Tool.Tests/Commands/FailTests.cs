namespace Spof.Tool.Tests.Commands;

public sealed class FailTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    private Task<(int Code, string Out, string Error)> FailAsync(params string[] args) => Shop.RunAsync(["fail", .. args, "--path", _shop.Folder]);

    [Fact]
    public async Task What_stops_is_told_with_the_reason()
    {
        var (code, text, _) = await FailAsync("orders-db");
        Assert.Equal(0, code);
        Assert.Equal("""
            Target k8s
            Gone: orders-db
            1 of 1 entry point stops.

              ✖ stopped           web  (read, write, start)

            What falls with it
              1  web                          stopped           needs orders-db


            """, text);
    }

    [Theory]
    [InlineData("survive", 1)]
    [InlineData(null, 0)]
    public async Task An_entry_point_that_stops_ends_in_1_only_where_it_is_expected_to_survive(string? expect, int expected) =>
        Assert.Equal(expected, (await FailAsync(expect is null ? ["orders-db"] : ["orders-db", "--expect", expect])).Code);

    [Theory]
    [InlineData("ordes-db", "nothing is called 'ordes-db'; did you mean 'k8s:shop/StatefulSet/orders-db'?")]
    [InlineData("eu-west-1", "nothing is called 'eu-west-1'; did you mean 'domain:zone/eu-west-1a'?")]
    public async Task A_name_that_is_nearly_one_of_a_component_or_domain_brings_a_suggestion(string name, string message)
    {
        _shop.Write("deploy/app.yaml", Shop.Manifest.Replace("containers: [{", "nodeSelector: { topology.kubernetes.io/zone: eu-west-1a }, containers: [{", StringComparison.Ordinal));
        var (code, text, error) = await FailAsync(name);
        Assert.Equal((2, ""), (code, text));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_for_several_names_are_one_question()
    {
        var (_, _, error) = await FailAsync("ordes-db", "webb");
        Assert.Equal("spof: nothing is called 'ordes-db', 'webb'; did you mean 'k8s:shop/StatefulSet/orders-db', and 'k8s:shop/Deployment/web'?\n", error);
    }

    [Fact]
    public async Task Of_several_names_only_the_unknown_one_is_called_so()
    {
        var (_, _, error) = await FailAsync("orders-db", "payments");
        Assert.Equal("spof: nothing is called 'payments'\n", error);
    }

    [Fact]
    public async Task Names_of_two_targets_are_no_common_loss()
    {
        _shop.Write("compose.yaml", "name: dev\nservices: { cache: { image: \"redis:7\" } }");
        var (code, _, error) = await FailAsync("orders-db", "cache");
        Assert.Equal((2, "spof: no target has all of 'orders-db', 'cache'\n"), (code, error));
    }

    [Fact]
    public async Task An_earlier_result_answers_like_a_new_scan_and_another_file_is_refused()
    {
        await _shop.ScanAsync("-o", _shop.Path("spof.json"));
        var result = await Shop.RunAsync("fail", "orders-db", "--from", _shop.Path("spof.json"));
        Assert.Equal((await FailAsync("orders-db")).Out, result.Out);

        _shop.Write("other.json", "[]");
        var (code, _, error) = await Shop.RunAsync("fail", "orders-db", "--from", _shop.Path("other.json"));
        Assert.Equal(2, code);
        Assert.Contains("is no result of spof scan", error, StringComparison.Ordinal);
    }
}
