namespace Tajriba.Organization.Processes.Inventory;

/// <summary>What a process is for.</summary>
public enum ProcessKind
{
    /// <summary>Serves customers.</summary>
    Core,

    /// <summary>Serves those who do.</summary>
    Support,

    /// <summary>Manages the experience of customers: knows, designs, measures, learns.</summary>
    Experience,

    /// <summary>Steers the organization.</summary>
    Management,
}
