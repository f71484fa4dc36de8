using Tajriba.Kernel.Access;

namespace Tajriba.Ui;

/// <summary>Implemented where a person's own preferences are stored; told when the reader switches language in the page's head.</summary>
public interface IPreferenceKeeper
{
    Task KeepAsync(ReaderPreferences preferences, CancellationToken cancellationToken);
}
