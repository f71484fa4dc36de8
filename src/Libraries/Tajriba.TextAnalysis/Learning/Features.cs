namespace Tajriba.TextAnalysis;

/// <summary>The hashed features of one text, in two families: words, and letters inside words. A buffer, used text after text.</summary>
internal sealed class Features
{
    private int[] buckets = new int[1024];
    private int[] owners = new int[1024];
    private int owner;
    private int modulus;

    public int Count { get; private set; }

    /// <summary>How many of the features are of the family of words; they come first.</summary>
    public int Words { get; private set; }

    public ReadOnlySpan<int> Buckets => buckets.AsSpan(0, Count);

    /// <summary>For each feature the token that it came from.</summary>
    public ReadOnlySpan<int> Owners => owners.AsSpan(0, Count);

    public void Begin(int bucketCount)
    {
        modulus = bucketCount;
        Count = 0;
        Words = 0;
    }

    public void Of(int token) => owner = token;

    public void Add(uint hash)
    {
        if (Count == buckets.Length)
        {
            Array.Resize(ref buckets, Count * 2);
            Array.Resize(ref owners, Count * 2);
        }

        buckets[Count] = HashedWords.Bucket(hash, modulus);
        owners[Count++] = owner;
    }

    public void EndWords() => Words = Count;

    /// <summary>All runs of so many letters of a word with a blank on either side.</summary>
    public void AddLetters(ReadOnlySpan<char> word, int shortest, int longest)
    {
        int width = word.Length + 2;
        for (int i = 0; i < width; i++)
        {
            uint hash = HashedWords.Start(5);
            int last = Math.Min(width, i + longest);
            for (int j = i; j < last; j++)
            {
                hash = HashedWords.Next(hash, j == 0 || j == width - 1 ? ' ' : word[j - 1]);
                if (j - i + 1 >= shortest)
                {
                    Add(hash);
                }
            }
        }
    }
}
