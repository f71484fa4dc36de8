namespace Tajriba.Kernel.Log;

/// <summary>The log's dictionaries: small integers for names that repeat. Codes start at 1, are dense and never reused.</summary>
public interface ILogNames
{
    string EventName(int code);

    string Channel(int code);

    string Unit(int code);

    string ObjectType(int code);

    string Source(int code);

    /// <summary>The code of a name, or 0 where the log has not met it.</summary>
    int FindEventName(string name);

    int FindChannel(string name);

    int FindUnit(string code);

    int FindObjectType(string type);

    int FindSource(string name);

    /// <summary>The code of a part that objects have in events.</summary>
    int FindQualifier(string name);

    IReadOnlyList<string> EventNames { get; }

    IReadOnlyList<string> Channels { get; }

    IReadOnlyList<string> Units { get; }

    IReadOnlyList<string> ObjectTypes { get; }
}
