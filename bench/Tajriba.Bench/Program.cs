using Tajriba.Bench;
using Tajriba.Bench.Collect;
using Tajriba.Bench.Crash;
using Tajriba.Bench.Simulation;
using Tajriba.Bench.Text;

string folder = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "tajriba-bench");
switch (args.FirstOrDefault())
{
    case "make":
        BenchLogs.Make(folder);
        return 0;
    case "one":
        MiningRun.Print(args[1], args.Contains("--snapshot"));
        return 0;
    case "discover":
        MiningRun.Discover(args[1]);
        return 0;
    case "load":
        MiningRun.Say("load", MiningRun.Cpu(() => MiningRun.Load(args[1])));
        return 0;
    case "mining":
        BenchLogs.Make(folder);
        MiningBench.Run(folder, args.Length > 2 ? args[2] : null);
        return 0;
    case "import":
        ImportBench.Run(folder);
        return 0;
    case "explorer":
        return await ExplorerVerb.RunAsync(args[1..]);
    case "indicators":
        return await IndicatorsVerb.RunAsync(args[1..]);
    case "cases":
        return await CasesVerb.RunAsync(args[1..]);
    case "objectives":
        return await ObjectivesVerb.RunAsync(args[1..]);
    case "feedback":
        return await FeedbackVerb.RunAsync(args[1..]);
    case "log":
        return await LogVerb.RunAsync(args[1..]);
    case "baseline":
        return await Baseline.ServeAsync(int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
    case "collect":
        return await CollectVerb.RunAsync(args[1..]);
    case "crash":
        return await CrashVerb.RunAsync(args[1..]);
    case "identity":
        return await IdentityVerb.RunAsync(args[1..]);
    case "survey":
        return await SurveyVerb.RunAsync(args[1..]);
    case "simulate":
        return SimulationVerb.Run(args[1..]);
    case "text":
        return TextVerb.Run(args[1..]);
    default:
        Console.Error.WriteLine("""
            Tajriba.Bench make [FOLDER]
                          mining [FOLDER] [REPORT]
                          one FILE [--snapshot]
                          load FILE
                          discover FILE
                          import [FOLDER]
                          explorer [EVENTS] [FOLDER]
                          indicators [ANSWERS] [FOLDER]
                          cases [CASES] [FOLDER]
                          feedback [TEXTS] [FOLDER]
                          objectives [OBJECTIVES] [FOLDER]
                          log [EVENTS] [POSTGRES-CONNECTION]
                          survey ADDRESS PROCESS [REQUESTS] [CONNECTIONS]
                          simulate [--runs N] [--seed N]
                          text scores [FOLDER] [REPORT]
                          text speed [FOLDER]
                          identity [EVENTS] [CUSTOMERS] [POSTGRES-CONNECTION]
                          collect [T1 T2 ...] [--postgres CONNECTION] [--rounds N] [--events N] [--seconds N]
                          crash [--rounds N] [--acknowledged N] [--power-cut | --lying-disk | --postgres CONNECTION] [--seed N]
            """);
        return 2;
}
