namespace Tajriba.ProcessMining.Ocel;

/// <summary>
/// An object-centric log seen as the cases of one object type, and how far that view bends the truth.
/// </summary>
/// <param name="Log">The log: a case per object that has events, event attributes as columns, the objects' last values as case columns.</param>
/// <param name="Lost">Events that concern no object of the type, and are therefore absent.</param>
/// <param name="Converging">Events that concern more than one object of the type, and therefore appear in several cases (convergence).</param>
/// <param name="Copies">Appearances of events beyond their first: by so much the flat log counts more events than happened.</param>
/// <param name="Diverging">Pairs of case and activity where the activity occurs repeatedly for different objects of other types,
/// so that the flat log shows repetition or order between events that have nothing to do with each other (divergence).</param>
public sealed record FlattenedLog(EventLog Log, long Lost, long Converging, long Copies, long Diverging);
