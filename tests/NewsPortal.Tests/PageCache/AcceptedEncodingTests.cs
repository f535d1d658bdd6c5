using NewsPortal.PageCache;

namespace NewsPortal.Tests.PageCache;

public class AcceptedEncodingTests
{
    [Theory]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip, deflate, br", "Brotli")]
    [InlineData("br", "Brotli")]
    [InlineData("BR", "Brotli")]
    [InlineData("gzip", "Gzip")]
    [InlineData("x-gzip", "Gzip")]
    [InlineData("gzip, deflate", "Gzip")]
    [InlineData("br;q=0, gzip", "Gzip")]
    [InlineData("br;q=0.5, gzip;q=1.0", "Gzip")]
    [InlineData("br;q=0, gzip;q=0", "Identity")]
    [InlineData("br;q=0.0, *;q=0", "Identity")]
    [InlineData("*", "Brotli")]
    [InlineData("*;q=0", "Identity")]
    [InlineData("br;q=0, *", "Gzip")]
    [InlineData("identity", "Identity")]
    [InlineData("identity;q=1, br;q=0.5", "Identity")]
    [InlineData("identity;q=0", "Identity")]
    [InlineData("identity;q=0, gzip;q=0.1", "Gzip")]
    [InlineData("snappy, sdch", "Identity")]
    [InlineData("snappy, br", "Brotli")]
    [InlineData("", "Identity")]
    [InlineData(";;;,,,", "Identity")]
    [InlineData("br;q=high", "Identity")]
    [InlineData("br;q=-1", "Identity")]
    public void The_heaviest_weight_is_sent_and_nothing_that_was_refused(string accepted, string chosen)
        => Assert.Equal(chosen, AcceptedEncoding.Choose(accepted).ToString());

    [Fact]
    public void Several_headers_are_one_list() => Assert.Equal(PageEncoding.Gzip, AcceptedEncoding.Choose(new(["br;q=0", "gzip"])));

    [Fact]
    public void A_client_that_says_nothing_gets_what_every_client_can_read() => Assert.Equal(PageEncoding.Identity, AcceptedEncoding.Choose(default));
}
