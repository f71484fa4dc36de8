using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Client.Tests;

/// <summary>What a power cut, a bad disk or a killed process does to the queue: nothing before the damage is lost, and nothing is invented.</summary>
public sealed class DamagedQueueTests
{
    private const int Messages = 4;

    [Fact]
    public async Task Cut_off_at_any_byte_it_gives_every_whole_message_and_no_other()
    {
        using var whole = new Folder();
        await DurableQueueTests.FillAsync(whole, Messages);
        byte[] text = await File.ReadAllBytesAsync(Assert.Single(whole.Files));
        for (int length = 0; length <= text.Length; length++)
        {
            await AssertAsync(whole, text[..length], WholeBefore(text, length));
        }
    }

    [Fact]
    public async Task With_any_byte_flipped_it_gives_every_message_before_and_none_that_was_not_given()
    {
        using var whole = new Folder();
        await DurableQueueTests.FillAsync(whole, Messages);
        byte[] text = await File.ReadAllBytesAsync(Assert.Single(whole.Files));
        var random = new Random(11);
        for (int place = 0; place < text.Length; place++)
        {
            byte[] damaged = [.. text];
            damaged[place] ^= (byte)(1 << random.Next(8));
            await AssertAsync(whole, damaged, WholeBefore(text, place));
        }
    }

    [Fact]
    public void Whatever_is_done_to_its_files_it_opens_gives_what_lies_before_and_goes_on()
    {
        Gen<(int Files, int At, byte[] Junk, bool IsAppended)> damages =
            from files in Gen.Choose(1, 3)
            from at in Gen.Choose(0, 3_000)
            from junk in ArbMap.Default.GeneratorFor<byte[]>()
            from appended in ArbMap.Default.GeneratorFor<bool>()
            select (files, at, junk, appended);
        Prop.ForAll(damages.ToArbitrary(), damage => DamageAsync(damage.Files, damage.At, damage.Junk, damage.IsAppended).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public async Task A_damaged_note_of_what_was_sent_only_makes_messages_go_twice()
    {
        using var folder = new Folder();
        await DurableQueueTests.FillAsync(folder, 10);
        using var first = new Server { Script = attempt => attempt.Number == 0 ? null : throw new HttpRequestException("no network") };
        await using (TajribaClient client = first.Client(o => o with { QueueDirectory = folder.Path, BatchMessages = 6 }))
        {
            while (client.Counts.Delivered < 6)
            {
                await Task.Delay(1);
            }
        }

        string note = Path.Combine(folder.Path, "sent");
        byte[] text = await File.ReadAllBytesAsync(note);
        for (int place = -1; place < text.Length; place++)
        {
            using Folder copy = folder.Copy();
            byte[] damaged = [.. text];
            if (place >= 0)
            {
                damaged[place] ^= 0x10;
            }

            await File.WriteAllBytesAsync(Path.Combine(copy.Path, "sent"), place % 2 == 0 ? damaged[..place] : damaged);
            using var server = new Server();
            await DurableQueueTests.DrainAsync(copy, server);
            Assert.Equal(DurableQueueTests.Numbers(10).Skip(place < 0 ? 6 : 0), server.Names);
        }
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_and_kept_beside_the_queue()
    {
        using var folder = new Folder();
        await DurableQueueTests.FillAsync(folder, Messages);
        string file = Assert.Single(folder.Files);
        byte[] text = await File.ReadAllBytesAsync(file);
        int second = Ends(text).First();
        text[second + 20] ^= 1;
        await File.WriteAllBytesAsync(file, text);
        using var server = new Server();
        ClientCounts counts = await DurableQueueTests.DrainAsync(folder, server);
        Assert.Equal(["0000"], server.Names);
        Assert.Equal(text.Length - second, counts.DamagedBytes);
        Assert.Equal(text[second..], await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(folder.Path, "*.damaged"))));
    }

    [Fact]
    public async Task Zeros_that_a_power_cut_leaves_are_no_messages()
    {
        using var folder = new Folder();
        await DurableQueueTests.FillAsync(folder, Messages);
        await File.AppendAllBytesAsync(Assert.Single(folder.Files), new byte[4096]);
        using var server = new Server();
        await DurableQueueTests.DrainAsync(folder, server);
        Assert.Equal(DurableQueueTests.Numbers(Messages), server.Names);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.damaged"));
    }

    /// <summary>Several runs of a process, each leaving a file; one file is overwritten or lengthened; then one more run.</summary>
    private static async Task DamageAsync(int files, int at, byte[] junk, bool isAppended)
    {
        using var folder = new Folder();
        for (int file = 0; file < files; file++)
        {
            await DurableQueueTests.FillAsync(folder, 5, from: file * 5);
        }

        int hit = at % files;
        string path = folder.Files[hit];
        byte[] before = await File.ReadAllBytesAsync(path);
        int place = isAppended ? before.Length : at % before.Length;
        byte[] after = isAppended ? [.. before, .. junk] : [.. before[..place], .. junk, .. before[Math.Min(before.Length, place + junk.Length)..]];
        await File.WriteAllBytesAsync(path, after);
        await DurableQueueTests.FillAsync(folder, 2, from: 90);

        using var server = new Server();
        await DurableQueueTests.DrainAsync(folder, server);
        int sound = after.AsSpan().SequenceEqual(before) ? 5 : WholeBefore(before, Math.Min(place, before.Length));
        string[] all = [.. DurableQueueTests.Numbers(files * 5), "0090", "0091"];
        string[] certain = [.. all.Where((_, i) => i / 5 != hit || i >= files * 5 || i % 5 < sound)];
        Assert.Empty(certain.Except(server.Names));
        Assert.Empty(server.Names.Except(all));
        Assert.Equal(server.Names.Order(StringComparer.Ordinal), server.Names);
    }

    private static async Task AssertAsync(Folder whole, byte[] text, int sound)
    {
        using Folder folder = whole.Copy();
        await File.WriteAllBytesAsync(folder.Files[0], text);
        using var server = new Server();
        await DurableQueueTests.DrainAsync(folder, server);
        Assert.Equal(DurableQueueTests.Numbers(sound), server.Names);
    }

    /// <summary>Messages that lie whole before a byte.</summary>
    private static int WholeBefore(byte[] text, int place) => Ends(text).Count(end => end <= place);

    private static IEnumerable<int> Ends(byte[] text)
    {
        for (int at = 0; at < text.Length;)
        {
            at += 8 + BinaryPrimitives.ReadInt32LittleEndian(text.AsSpan(at));
            yield return at;
        }
    }
}
