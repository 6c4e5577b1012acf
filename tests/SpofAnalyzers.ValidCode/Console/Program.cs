using Harbor.Console;

using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
return args switch
{
    ["ports", var file] => await PortImport.RunAsync(file),
    ["check"] => await PublicCheck.RunAsync(http),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: harbor ports FILE | harbor check");
    return 2;
}
