namespace Medulla.Web.Doors;

/// <summary>Addresses of the pages: the address is the state.</summary>
public static class Addresses
{
    /// <summary>The address of this request with one parameter set.</summary>
    /// <remarks>A page answered to a post leads back to itself, read anew.</remarks>
    public static string With(HttpRequest request, string name, string value)
    {
        var kept = request.Query
            .Where(parameter => parameter.Key != name)
            .SelectMany(parameter => parameter.Value, (parameter, text) => KeyValuePair.Create(parameter.Key, text));
        return request.Path + QueryString.Create([.. kept, KeyValuePair.Create<string, string?>(name, value)]).ToUriComponent();
    }

    public static string Participant(this PageScope here, string id) => here.To($"participants/{Uri.EscapeDataString(id)}");

    public static string Form(this PageScope here, string id, string visit, string form) =>
        $"{here.Participant(id)}/visits/{Uri.EscapeDataString(visit)}/forms/{Uri.EscapeDataString(form)}";

    public static string Plate(this PageScope here, string id) => here.To($"plates/{Uri.EscapeDataString(id)}");

    public static string Entry(this PageScope here, long position) => here.To($"journal?at={position}#entry-{position}");
}
