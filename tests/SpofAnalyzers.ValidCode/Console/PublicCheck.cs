namespace Harbor.Console;

internal static class PublicCheck
{
    public static async Task<int> RunAsync(HttpClient http)
    {
        var answer = await http.GetAsync("https://www.harbor-shipping.com/health/ready");
        System.Console.WriteLine((int)answer.StatusCode);
        return answer.IsSuccessStatusCode ? 0 : 1;
    }
}
