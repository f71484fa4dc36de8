using System.Collections;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>The distinct sequences of activities, most frequent first; equal counts by the names, element by element.</summary>
public sealed partial class Variants : IReadOnlyList<Variant>
{
    private readonly Variant[] _list;
    private readonly int[] _ofCase;
    private readonly StringTable _names;

    private Variants(Variant[] list, int[] ofCase, StringTable names)
    {
        _list = list;
        _ofCase = ofCase;
        _names = names;
    }

    /// <inheritdoc/>
    public int Count => _list.Length;

    /// <inheritdoc/>
    public Variant this[int index] => _list[index];

    /// <summary>For each case of the view, the index of its variant.</summary>
    public ReadOnlySpan<int> OfCase => _ofCase;

    /// <summary>Variants that a single case follows.</summary>
    public int Once => _list.Count(v => v.Cases == 1);

    /// <summary>The variants of a log.</summary>
    public static Variants Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.All());
    }

    /// <summary>
    /// SHA-256 in lower-case hex over lines <c>count&lt;TAB&gt;A1&lt;0x1F&gt;A2&lt;0x1F&gt;…&lt;LF&gt;</c> in UTF-8, sorted by the sequence of names.
    /// </summary>
    public string Sha256()
    {
        int[] ranks = _names.Ranks.ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (_list.Length == 0)
        {
            hash.AppendData("\n"u8);
        }

        foreach (Variant variant in _list.Order(Comparer<Variant>.Create((x, y) => CompareSequence(x.Activities, y.Activities, ranks))))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{variant.Cases}\t"));
            bool first = true;
            foreach (int a in variant.Activities)
            {
                if (!first)
                {
                    hash.AppendData([0x1F]);
                }

                first = false;
                hash.AppendData(_names.Utf8(a));
            }

            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public IEnumerator<Variant> GetEnumerator() => ((IEnumerable<Variant>)_list).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int CompareSequence(ReadOnlySpan<int> x, ReadOnlySpan<int> y, int[] ranks)
    {
        int n = Math.Min(x.Length, y.Length);
        for (int i = 0; i < n; i++)
        {
            if (x[i] != y[i])
            {
                return ranks[x[i]].CompareTo(ranks[y[i]]);
            }
        }

        return x.Length.CompareTo(y.Length);
    }
}
