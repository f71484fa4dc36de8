namespace Tajriba.Bench.Text;

/// <summary><c>bench text scores [FOLDER] [REPORT]</c> and <c>bench text speed [FOLDER]</c>.</summary>
internal static class TextVerb
{
    public static int Run(string[] args)
    {
        string folder = args.Length > 1 ? args[1] : Path.Combine("..", "shared", "data", "feedback");
        switch (args.FirstOrDefault())
        {
            case "scores":
                string report = string.Join('\n', TextScores.Report(folder)) + "\n";
                if (args.Length > 2)
                {
                    File.WriteAllText(args[2], report);
                }

                Console.Write(report);
                return 0;
            case "speed":
                TextSpeed.Print(folder);
                return 0;
            default:
                Console.Error.WriteLine("Tajriba.Bench text scores [FOLDER] [REPORT] | text speed [FOLDER]");
                return 2;
        }
    }
}
