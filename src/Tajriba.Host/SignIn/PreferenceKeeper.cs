using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Host.SignIn;

/// <summary>Keeps a switch of language in the page's head for the person's other browsers.</summary>
internal sealed class PreferenceKeeper(IPeople people, ICurrentPerson person) : IPreferenceKeeper
{
    public Task KeepAsync(ReaderPreferences preferences, CancellationToken cancellationToken)
        => person.IsSignedIn ? people.SetPreferencesAsync(person.Id, preferences, cancellationToken) : Task.CompletedTask;
}
