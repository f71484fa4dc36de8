using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Tajriba.Host.Tests.Access;

/// <summary>Notes by what names requests' queries and forms are asked, so that a test learns from an endpoint what it reads.</summary>
internal sealed class AskedNames : IStartupFilter
{
    public ConcurrentDictionary<string, byte> OfQuery { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, byte> OfForm { get; } = new(StringComparer.Ordinal);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Features.Set<IQueryFeature>(new Query(new Values(new QueryFeature(context.Features).Query, OfQuery)));
            context.Features.Set<IFormFeature>(new Form(new FormFeature(context.Request), OfForm));
            return rest(context);
        });
        next(app);
    };

    private sealed class Query(IQueryCollection values) : IQueryFeature
    {
        IQueryCollection IQueryFeature.Query { get; set; } = values;
    }

    private sealed class Form(FormFeature inner, ConcurrentDictionary<string, byte> asked) : IFormFeature
    {
        public bool HasFormContentType => inner.HasFormContentType;

        IFormCollection? IFormFeature.Form
        {
            get => inner.Form is { } form ? new Values(form, asked) : null;
            set => inner.Form = value;
        }

        public IFormCollection ReadForm() => new Values(inner.ReadForm(), asked);

        public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => new Values(await inner.ReadFormAsync(cancellationToken), asked);
    }

    private sealed class Values(IEnumerable<KeyValuePair<string, StringValues>> inner, ConcurrentDictionary<string, byte> asked) : IQueryCollection, IFormCollection
    {
        private readonly Dictionary<string, StringValues> values = new(inner, StringComparer.OrdinalIgnoreCase);

        public int Count => values.Count;

        public ICollection<string> Keys => values.Keys;

        public IFormFileCollection Files => inner is IFormCollection form ? form.Files : new FormFileCollection();

        public StringValues this[string key] => TryGetValue(key, out var found) ? found : StringValues.Empty;

        public bool ContainsKey(string key) => TryGetValue(key, out _);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out StringValues value)
        {
            asked.TryAdd(key, 0);
            return values.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
