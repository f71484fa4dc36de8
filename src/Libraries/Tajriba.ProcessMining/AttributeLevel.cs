namespace Tajriba.ProcessMining;

/// <summary>What an attribute belongs to.</summary>
public enum AttributeLevel
{
    /// <summary>One value per event.</summary>
    Event = 0,

    /// <summary>One value per case; by convention the column's name starts with <c>case:</c>.</summary>
    Case = 1,
}
