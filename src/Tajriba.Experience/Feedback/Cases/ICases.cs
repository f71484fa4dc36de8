namespace Tajriba.Experience.Feedback.Cases;

/// <summary>The cases of the house. What the log should know of them commits together with them.</summary>
public interface ICases
{
    /// <summary>Opens a case; gives the one there is where its feedback has one already.</summary>
    Task<Case> OpenAsync(NewCase begun, CancellationToken cancellationToken = default);

    /// <summary>Does something to a case. Gives why it cannot be done, or null where it was.</summary>
    /// <param name="code">Which; an unknown one answers <see cref="CaseFault.NotOpened"/>.</param>
    /// <param name="moment">What.</param>
    /// <param name="seen">How many moments the person saw; <see cref="CaseFault.Meanwhile"/> where there are more. Null to do it whatever was done before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<CaseFault?> DoAsync(string code, CaseMoment moment, int? seen = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes to the customer of a case, by e-mail or else by SMS. The message and the moment commit together; where no message
    /// can go out nothing is done.
    /// </summary>
    /// <param name="code">Which; an unknown one answers <see cref="CaseFault.NotOpened"/>.</param>
    /// <param name="answer">What is written.</param>
    /// <param name="subject">Of an e-mail.</param>
    /// <param name="seen">As in <see cref="DoAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<AnswerOutcome> WriteAsync(string code, CaseMoment.Answered answer, string subject, int? seen = null, CancellationToken cancellationToken = default);

    /// <summary>A case by its code, or null.</summary>
    Task<KeptCase?> FindAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Cases, next due first; those without a running promise last.</summary>
    Task<IReadOnlyList<CaseRow>> PageAsync(CaseFilter filter, CaseCursor? after, int take, CancellationToken cancellationToken = default);
}
