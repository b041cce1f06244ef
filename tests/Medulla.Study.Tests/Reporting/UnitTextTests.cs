using Medulla.Study.Reporting;

namespace Medulla.Study.Tests.Reporting;

public sealed class UnitTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("1", "")]
    [InlineData("a", "years")]
    [InlineData("10*9/L", "10⁹/L")]
    [InlineData("10*12/L", "10¹²/L")]
    [InlineData("kg/m2", "kg/m²")]
    [InlineData("umol/L", "µmol/L")]
    [InlineData("u[IU]/mL", "µIU/mL")]
    [InlineData("Cel", "°C")]
    [InlineData("unit", "unit")]
    [InlineData("ng/mL", "ng/mL")]
    public void A_unit_is_printed_as_people_write_it(string? ucum, string printed) =>
        Assert.Equal(printed, UnitText.Of(ucum).En);
}
