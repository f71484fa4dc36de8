namespace Tajriba.Touchpoints.Capture;

/// <summary>Files of events that come in and go out.</summary>
public enum FileFormat
{
    Csv,
    JsonLines,
    Xes,
    OcelJson,
    OcelSqlite,
}
