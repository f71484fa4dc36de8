using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Host.SignIn;

/// <summary>Reminds a person who has come in by one-time links only.</summary>
internal sealed class PasswordWaiting(ICurrentPerson person, UserManager<Person> persons, IStringLocalizer<SignInTexts> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
        => person.IsSignedIn && (await persons.FindByIdAsync(person.Id.ToString()))?.PasswordHash is null
            ? [new("key", texts["PasswordWaits"], "/password")]
            : [];
}
