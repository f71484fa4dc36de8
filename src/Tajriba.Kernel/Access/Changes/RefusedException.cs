namespace Tajriba.Kernel.Access;

/// <summary>Rolls a change back; never leaves <see cref="AccessChanges"/>.</summary>
internal sealed class RefusedException(AccessRefusal refusal) : Exception(refusal.ToString())
{
    public AccessRefusal Refusal { get; } = refusal;
}
