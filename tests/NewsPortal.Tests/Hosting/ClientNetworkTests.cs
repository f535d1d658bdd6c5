using System.Net;
using Microsoft.AspNetCore.Http;
using NewsPortal.Hosting;

namespace NewsPortal.Tests.Hosting;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.77", "203.0.113.0")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.77", "203.0.113.0")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::", "2001:db8:1::")]
    [InlineData("::1", "localhost", "localhost")]
    public void A_network_is_as_much_of_an_address_as_one_customer_has(string address, string network, string shortened)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        Assert.Equal((network, shortened), (ClientNetwork.Of(http), ClientNetwork.Shortened(http)));
    }
}
