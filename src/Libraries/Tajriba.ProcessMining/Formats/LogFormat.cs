namespace Tajriba.ProcessMining;

/// <summary>The file formats of event logs.</summary>
public enum LogFormat
{
    /// <summary>Comma-, semicolon- or tab-separated values with a header line.</summary>
    Csv = 0,

    /// <summary>One JSON object per line.</summary>
    JsonLines = 1,

    /// <summary>IEEE 1849 XES.</summary>
    Xes = 2,

    /// <summary>OCEL 2.0, flattened by one object type.</summary>
    Ocel = 3,
}
