using System.Text.Json;

namespace Medulla.Study.Tests.Definition;

/// <summary>A value with all that is in it as text, because records compare their arrays by reference.</summary>
static class Portrait
{
    public static string Of(object value) => JsonSerializer.Serialize(value, value.GetType());
}
