using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Medulla.Study;

/// <summary>An immutable map whose order is the order of its keys, on every machine and in every run.</summary>
/// <remarks>
/// The face behind which a faster structure can stand later: folds go through <see cref="With"/> alone.
/// Order matters because reports enumerate maps, and the same journal must give the same bytes.
/// </remarks>
public sealed class Map<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
    where TValue : class
{
    public static readonly Map<TKey, TValue> Empty = new(ImmutableSortedDictionary.Create<TKey, TValue>(Ordering));

    readonly ImmutableSortedDictionary<TKey, TValue> entries;

    Map(ImmutableSortedDictionary<TKey, TValue> entries) => this.entries = entries;

    // The default order of texts follows the culture; ours must not.
    static IComparer<TKey>? Ordering => typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : null;

    public int Count => entries.Count;
    public IEnumerable<TKey> Keys => entries.Keys;
    public IEnumerable<TValue> Values => entries.Values;

    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public TValue this[TKey key] => entries[key];

    /// <summary>Null when there is no such key.</summary>
    public TValue? Find(TKey key) => entries.GetValueOrDefault(key);

    public bool Contains(TKey key) => entries.ContainsKey(key);

    public Map<TKey, TValue> With(TKey key, TValue value) => new(entries.SetItem(key, value));

    public bool TryFind(TKey key, [NotNullWhen(true)] out TValue? value) => entries.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
