using System.Collections.Immutable;

namespace Medulla.Figures;

/// <summary>A figure with everything in its place, in millimetres; what tests look at and the writer writes.</summary>
public sealed record Drawing(double WidthMm, double HeightMm, ImmutableArray<Primitive.Group> Layers)
{
    /// <summary>Every primitive but groups and links, in drawing order.</summary>
    public IEnumerable<Primitive> Primitives => Layers.SelectMany(Flatten);

    public IEnumerable<Primitive.Label> Labels => Primitives.OfType<Primitive.Label>();

    /// <summary>The layer of this part.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Primitive.Group Layer(string part) => Layers.Single(layer => layer.Part == part);

    static IEnumerable<Primitive> Flatten(Primitive primitive) => primitive switch
    {
        Primitive.Group group => group.Children.SelectMany(Flatten),
        Primitive.Link link => link.Children.SelectMany(Flatten),
        _ => [primitive],
    };
}
