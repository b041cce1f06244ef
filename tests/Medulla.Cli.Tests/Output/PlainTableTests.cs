using Medulla.Cli.Output;

namespace Medulla.Cli.Tests.Output;

public sealed class PlainTableTests
{
    [Fact]
    public void Columns_stand_under_one_another_and_no_line_ends_in_spaces() =>
        Assert.Equal(["ID  VALUE", "a   12", "bc"], PlainTable.Lines([["ID", "VALUE"], ["a", "12"], ["bc", ""]]));

    [Fact]
    public void Chinese_characters_take_two_places() =>
        Assert.Equal(["编号  状态", "S-1   筛选中"], PlainTable.Lines([["编号", "状态"], ["S-1", "筛选中"]]));
}
