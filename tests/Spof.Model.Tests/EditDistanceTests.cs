namespace Spof.Model.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("storefrnt", "storefront", 1)]
    [InlineData("flaw", "lawn", 2)]
    public void Distance_is_the_least_number_of_edits_in_both_directions(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(a, b));
        Assert.Equal(distance, EditDistance.Between(b, a));
    }
}
