using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>A body that is a thousand times as large as it looks.</summary>
[Collection(nameof(RunningProduct))]
public sealed class BombTests
{
    private const int Megabyte = 1 << 20;
    private const int AtOnce = 12;
    private const long MostBytes = 512L * Megabyte;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case20_Gigabytes_packed_into_megabytes_are_unpacked_to_the_limit_and_no_further(DatabaseProvider provider)
    {
        await using RunningProduct product = await RunningProduct.StartAsync(provider);
        (_, string key) = await product.SourceAsync();
        using var client = new HttpClient { BaseAddress = product.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        byte[] bomb = Bomb();
        Assert.InRange(bomb.Length, Megabyte / 2, 2 * Megabyte);
        HttpStatusCode[] statuses = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            // Not all of them find room at once.
            HttpStatusCode status;
            do
            {
                using var body = new ByteArrayContent(bomb);
                body.Headers.ContentEncoding.Add("gzip");
                using HttpResponseMessage answer = await client.PostAsync("/v1/batch", body);
                Assert.InRange(product.MemoryBytes, 0, MostBytes);
                status = answer.StatusCode;
            }
            while (status == HttpStatusCode.TooManyRequests);

            return status;
        }));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status));
        Assert.Empty(await product.EventsAsync());
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            byte[] spaces = Enumerable.Repeat((byte)' ', Megabyte).ToArray();
            for (int i = 0; i < 1024; i++)
            {
                gzip.Write(spaces);
            }
        }

        return packed.ToArray();
    }
}
