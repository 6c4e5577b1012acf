using System.ComponentModel.DataAnnotations;

namespace Harbor.Web.Payments;

public sealed class PaymentOptions
{
    [Required, Url]
    public string BaseUrl { get; set; } = "";

    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(5);
}
