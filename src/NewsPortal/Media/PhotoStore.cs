using System.Security.Cryptography;
using NewsPortal.Hosting;

namespace NewsPortal.Media;

/// <summary>
/// The picture files, each named by the SHA-256 of what is in it, so that a picture sent twice is kept once. A kept file
/// never changes: <c>photos/ab/abcd…</c> under the storage folder.
/// </summary>
public sealed class PhotoStore(StoragePath storage) : IDisposable
{
    public const int MostBytes = 30 * 1024 * 1024;

    /// <summary>A picture and the lines of the form around it.</summary>
    public const int MostFormBytes = MostBytes + (1024 * 1024);

    // A picture of the largest size, lying on its side, takes some 400 MB while it is turned.
    private readonly SemaphoreSlim turns = new(2);

    /// <summary>Keeps a picture; the stream may come from anybody and is read no further than <see cref="MostBytes"/>.</summary>
    /// <exception cref="RefusedException">It is no picture we take, is damaged, or is too large; nothing is kept.</exception>
    public async Task<StoredPhoto> AddAsync(Stream sent, CancellationToken cancel)
    {
        await turns.WaitAsync(cancel);
        try
        {
            var file = await ReadAsync(sent, cancel);
            var picture = await Task.Run(() => PictureIntake.Prepare(file), cancel);
            var hash = Convert.ToHexStringLower(SHA256.HashData(picture.File));
            var path = PathOf(hash);
            if (!File.Exists(path))
            {
                await AtomicFile.WriteAsync(path, picture.File);
            }

            return new StoredPhoto(hash, picture.Width, picture.Height, picture.Words);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <param name="hash">64 lower-case hex digits, from the database and never from an address.</param>
    public string PathOf(string hash) => storage.Combine("photos", hash[..2], hash);

    public void Dispose() => turns.Dispose();

    private static async Task<byte[]> ReadAsync(Stream sent, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await sent.ReadAsync(buffer, cancel)) > 0;)
        {
            if (file.Length + read > MostBytes)
            {
                throw new RefusedException("This picture is larger than 30 MB. Send a smaller one.");
            }

            file.Write(buffer, 0, read);
        }

        return file.Length > 0 ? file.ToArray() : throw new RefusedException("This file is empty. Choose the picture again.");
    }
}

/// <param name="Hash">Lower-case hex SHA-256 of the kept file.</param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels, upright.</param>
public sealed record StoredPhoto(string Hash, int Width, int Height, PictureWords Words)
{
    public string? Caption => Words.Caption;

    public string? Alt => Words.Alt;

    public string? Credit => Words.CreditLine;

    /// <summary>A photo of this file, with the words found in it as its own, cut to what a photo holds.</summary>
    /// <param name="name">A slug, for the picture's addresses.</param>
    public Photo AsPhoto(string name, DateTime addedUtc) => new()
    {
        Name = name,
        Hash = Hash,
        Width = Width,
        Height = Height,
        Caption = Cut(Caption, Photo.CaptionLength),
        Alt = Cut(Alt, Photo.AltLength),
        Credit = Cut(Credit, Photo.CreditLength),
        AddedUtc = addedUtc,
    };

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
