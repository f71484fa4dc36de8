namespace Tajriba.ProcessMining;

internal static partial class FilterEngine
{
    /// <summary>A question to one case; structures, so that it is compiled into the loop over the cases.</summary>
    private interface IRunTest
    {
        /// <param name="codes">The case's activities.</param>
        /// <param name="start">The position of the first.</param>
        bool Passes(ReadOnlySpan<int> codes, int start);
    }

    private readonly struct DirectlyTest(int a, int b) : IRunTest
    {
        public bool Passes(ReadOnlySpan<int> codes, int start)
        {
            for (int i = 1; i < codes.Length; i++)
            {
                if (codes[i] == b && codes[i - 1] == a)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private readonly ref struct PathTest(int a, int b, ReadOnlySpan<long> times, double minSeconds, double maxSeconds) : IRunTest
    {
        private readonly ReadOnlySpan<long> _times = times;

        public bool Passes(ReadOnlySpan<int> codes, int start)
        {
            for (int i = 1; i < codes.Length; i++)
            {
                if (codes[i] == b && codes[i - 1] == a)
                {
                    double seconds = (_times[start + i] - _times[start + i - 1]) / 1e6;
                    if (seconds >= minSeconds && seconds <= maxSeconds)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    private readonly struct EventuallyTest(int a, int b) : IRunTest
    {
        public bool Passes(ReadOnlySpan<int> codes, int start) => EventuallyFollows.Follows(codes, a, b);
    }

    private readonly struct RepeatTest(int activity, int min) : IRunTest
    {
        public bool Passes(ReadOnlySpan<int> codes, int start) => codes.Count(activity) >= min;
    }

    private readonly struct ContainsTest(bool[] wanted) : IRunTest
    {
        public bool Passes(ReadOnlySpan<int> codes, int start)
        {
            foreach (int code in codes)
            {
                if (wanted[code])
                {
                    return true;
                }
            }

            return false;
        }
    }
}
