namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of the plate in one language.</summary>
sealed record PlateWords
{
    static readonly PlateWords English = new()
    {
        Colour = "Colour: ", Well = "Well", Content = "Content", State = "State",
        Read = "read", Masked = "masked", Overflow = "overflow", Empty = "empty",
        Described = "{0} of {1} wells, from {2} to {3}; {4} masked, {5} beyond the reader's range.",
    };

    static readonly PlateWords Chinese = new()
    {
        Colour = "颜色：", Well = "孔", Content = "内容", State = "状态",
        Read = "已读", Masked = "屏蔽", Overflow = "溢出", Empty = "空",
        Described = "{0}：{1} 个孔，{2} 至 {3}；屏蔽 {4} 个，超出读数范围 {5} 个。",
    };

    public required string Colour { get; init; }
    public required string Well { get; init; }
    public required string Content { get; init; }
    public required string State { get; init; }
    public required string Read { get; init; }
    public required string Masked { get; init; }
    public required string Overflow { get; init; }
    public required string Empty { get; init; }
    public required string Described { get; init; }

    public static PlateWords In(Language language) => language == Language.Chinese ? Chinese : English;

    public string StateName(WellState state) => state switch
    {
        WellState.Masked => Masked,
        WellState.Overflow => Overflow,
        WellState.Empty => Empty,
        _ => Read,
    };
}
