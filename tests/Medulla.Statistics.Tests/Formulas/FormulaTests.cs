using Medulla.Statistics.Formulas;

namespace Medulla.Statistics.Tests.Formulas;

public sealed class FormulaTests
{
    static readonly DataFrame Data = new(
    [
        DataColumn.OfCells("time", ["5", "8", "3", "9", "7", "2", "4", "6"]),
        DataColumn.OfCells("status", ["1", "2", "1", "2", "2", "1", "2", "1"]),
        DataColumn.OfCells("arm", ["B", "A", "C", "A", "B", "C", "A", "B"]),
        DataColumn.OfCells("sex", ["m", "f", "m", "m", "f", "f", "m", "f"]),
        DataColumn.OfCells("age", ["50", "61", "NA", "44", "70", "38", "55", "59"]),
        DataColumn.OfCells("grade", ["1", "2", "3", "1", "2", "10", "1", "2"]),
    ]);

    static string[] Names(string right) =>
        [.. Formula.Parse($"Surv(time, status == 2) ~ {right}").Over(Data).Covariates().Select(column => column.Name)];

    [Theory]
    [InlineData("age + arm", "age armB armC")]
    [InlineData("arm * sex", "armB armC sexm armB:sexm armC:sexm")]
    [InlineData("sex * arm", "sexm armB armC sexm:armB sexm:armC")]
    [InlineData("age:arm + age", "age age:armB age:armC")]
    [InlineData("sex + age:sex", "sexm sexf:age sexm:age")]
    [InlineData("(age + sex) * arm - age:arm", "age sexm armB armC sexm:armB sexm:armC")]
    [InlineData("factor(grade)", "factor(grade)2 factor(grade)3 factor(grade)10")]
    [InlineData("log(age) + I(age^2 / 10) + sex - sex", "log(age) I(age^2 / 10)")]
    [InlineData("1 + age + strata(arm, sex) + cluster(grade) + offset(0.1 * age)", "age")]
    [InlineData("rcs(age, 3)", "rcs(age, 3)age rcs(age, 3)age'")]
    [InlineData("`age`", "age")]
    public void Columns_are_named_and_ordered_as_by_model_matrix(string right, string names) =>
        Assert.Equal(names, string.Join(' ', Names(right)));

    [Fact]
    public void A_category_is_coded_against_its_first_level_and_multiplied_in_interactions()
    {
        var columns = Formula.Parse("time ~ arm * age").Over(Data).Covariates();

        // Row 3 lacks age: B A A B C A B remain, aged 50 61 44 70 38 55 59.
        Assert.Equal(["armB", "armC", "age", "armB:age", "armC:age"], columns.Select(column => column.Name));
        Assert.Equal([1, 0, 0, 1, 0, 0, 1], columns[0].Values);
        Assert.Equal([0, 0, 0, 0, 1, 0, 0], columns[1].Values);
        Assert.Equal([50, 0, 0, 70, 0, 0, 59], columns[3].Values);
    }

    [Fact]
    public void Rows_with_missing_values_are_left_out_counted_and_named()
    {
        var frame = Formula.Parse("Surv(time, status) ~ age + arm").Over(Data);

        Assert.Equal((7, 1), (frame.Count, frame.LeftOut));
        Assert.Equal([new MissingValues("age", 1)], frame.Missing);
        Assert.Equal(4, frame.Data.OriginalRow(2));
    }

    [Fact]
    public void Status_1_and_2_are_read_as_R_reads_them_and_other_codes_must_be_named()
    {
        Assert.Equal([false, true, false, true, true, false, true, false],
            Formula.Parse("Surv(time, status) ~ 1").Over(Data).FollowUps().Select(one => one.EventObserved));

        var problem = Assert.Throws<FormulaException>(() => Formula.Parse("Surv(time, grade) ~ 1").Over(Data).FollowUps());
        Assert.Contains("Found the codes 1, 2, 3, 10 in 'grade'. Expected 0 for censored and 1 for the event: name the event, such "
            + "as Surv(time, grade == 10).", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_strata_clusters_and_offsets_come_row_by_row()
    {
        var frame = Formula.Parse("Surv(time, grade) ~ sex + strata(arm) + cluster(grade) + offset(age / 10)").Over(Data);

        Assert.Equal([1, 2, 1, 2, 10, 1, 2], frame.Competing().Codes);
        Assert.Equal("arm=B", frame.Strata()!.Value[0]);
        Assert.Equal("10", frame.Clusters()!.Value[4]);
        Assert.Equal(5.0, frame.Offset()!.Value[0]);
        Assert.Equal(["sex=f", "sex=m"], frame.GroupOrder());
    }

    [Fact]
    public void Groups_of_numbers_stand_in_rising_order_not_in_that_of_the_alphabet() =>
        Assert.Equal(["grade=1", "grade=2", "grade=3", "grade=10"], Formula.Parse("time ~ grade").Over(Data).GroupOrder());

    [Theory]
    [InlineData("Surv(time, status ~ age", 19, "Found '~' at column 19 of 'Surv(time, status ~ age'. Expected ')'.")]
    [InlineData("time ~ ag", 8, "Found no column ag, which stands at column 8 of 'time ~ ag'. Expected one of time, status, arm, sex, age, grade; nearest: age.")]
    [InlineData("time ~ age^2", 11, "Expected +, -, : or *; arithmetic stands in I(), such as I(x^2).")]
    [InlineData("time ~ poly(age, 2)", 8, "Expected a column or one of the functions I, log")]
    [InlineData("time ~ age - 1", 14, "Expected terms that keep the intercept")]
    [InlineData("time ~ age + strata(sex):arm", 25, "Expected +, -, :, * or the end of the formula.")]
    [InlineData("time ~ rcs(age, 2)", 17, "Expected a number of knots from 3 to 10.")]
    [InlineData("time age", 6, "Expected '~'.")]
    [InlineData("time ~", 7, "Found the end at column 7")]
    [InlineData("", 1, "Expected a column, a number or a bracket.")]
    public void Errors_point_at_the_column(string formula, int column, string message)
    {
        var problem = Assert.Throws<FormulaException>(() => Formula.Parse(formula).Over(Data));

        Assert.Equal(column, problem.Column);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_in_a_column_of_numbers_is_named_and_never_becomes_a_category()
    {
        var data = new DataFrame([DataColumn.OfCells("y", ["1", "2", "3", "4", "5"]), DataColumn.OfCells("leptin", ["3.1", "<0.5", "2.2", "9,4", "5"])], [2, 3, 4, 6, 7]);

        var category = Assert.Throws<FormulaException>(() => Formula.Parse("y ~ leptin").Over(data).Covariates());
        Assert.Equal("Found the text '<0.5' in line 3 of the column leptin. Expected a number: write NA or nothing where it is missing, or "
            + "name the column only where categories are allowed.", category.Message);
        var number = Assert.Throws<FormulaException>(() => Formula.Parse("y ~ log(leptin)").Over(data.At([3])).Covariates());
        Assert.Contains("'9,4' in line 6 of the column leptin. Expected a number with a decimal point", number.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_computed_is_named_by_row()
    {
        var data = new DataFrame([DataColumn.OfNumbers("y", [1, 2]), DataColumn.OfNumbers("x", [1, -1]), DataColumn.OfCells("a", ["u", "u"])]);

        Assert.Contains("Found NaN for 'log(x)' in row 2.",
            Assert.Throws<FormulaException>(() => Formula.Parse("y ~ log(x)").Over(data).Covariates()).Message, StringComparison.Ordinal);
        Assert.Contains("Found one value only, 'u', of a",
            Assert.Throws<FormulaException>(() => Formula.Parse("y ~ a").Over(data).Covariates()).Message, StringComparison.Ordinal);
        Assert.Contains("Found the time -1 in row 2. Expected 0 or more.",
            Assert.Throws<FormulaException>(() => Formula.Parse("Surv(x, y == 2) ~ 1").Over(data).FollowUps()).Message, StringComparison.Ordinal);
    }
}
