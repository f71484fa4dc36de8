using System.Security.Cryptography;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>A distinct sequence of activities with the number of cases that follow it.</summary>
public sealed class Variant
{
    private readonly StringTable _names;
    private readonly int[] _activities;

    internal Variant(int index, int cases, int[] activities, StringTable names)
    {
        Index = index;
        Cases = cases;
        _activities = activities;
        _names = names;
    }

    /// <summary>Its place in <see cref="Variants"/>: 0 is the most frequent.</summary>
    public int Index { get; }

    /// <summary>Cases that follow it.</summary>
    public int Cases { get; }

    /// <summary>The activity codes in order.</summary>
    public ReadOnlySpan<int> Activities => _activities;

    /// <summary>The activity names in order.</summary>
    public IReadOnlyList<string> Names => [.. _activities.Select(a => _names[a])];

    /// <summary>Sixteen hexadecimal digits derived from the names alone: the same sequence has the same key in every log.</summary>
    public string Key
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (int a in _activities)
            {
                hash.AppendData(_names.Utf8(a));
                hash.AppendData([0x1F]);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
        }
    }
}
