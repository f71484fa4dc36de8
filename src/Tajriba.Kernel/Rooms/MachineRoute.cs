namespace Tajriba.Kernel.Rooms;

/// <summary>
/// Marks an endpoint that only machines call and that checks their key itself: who is signed in, the language, forms and
/// compression do not concern it, so that those steps are left out.
/// </summary>
public sealed class MachineRoute
{
    public static MachineRoute Instance { get; } = new();
}
