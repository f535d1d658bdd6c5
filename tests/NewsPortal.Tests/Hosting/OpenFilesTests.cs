using NewsPortal.Hosting;

namespace NewsPortal.Tests.Hosting;

public sealed class OpenFilesTests
{
    private const string Heading = "Limit                     Soft Limit           Hard Limit           Units     ";

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             15457                15457                processes ", null)]
    public void The_limit_that_holds_is_the_soft_one(string row, int? most) => Assert.Equal(most, OpenFiles.Read([Heading, row]));

    [Fact]
    public void Nothing_is_told_where_nothing_is_written() => Assert.Null(OpenFiles.Read([]));

    [Fact]
    public void This_process_may_hold_more_than_what_it_holds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux writes it.");
        Assert.True((OpenFiles.Most() ?? int.MaxValue) > Directory.GetFiles("/proc/self/fd").Length);
    }
}
