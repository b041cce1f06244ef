using Medulla.Figures;

namespace Medulla.Web.Words;

public sealed partial class RecordTexts(Language language)
{
    public string Title => language.Of("Record", "登记记录");
}
