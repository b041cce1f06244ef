using System.Buffers.Binary;
using System.IO.Compression;

namespace Medulla.Figures.Tests.Layout;

/// <summary>Reads the 8-bit colour PNG that rsvg-convert writes as one grey byte a pixel.</summary>
static class GreyPng
{
    public static byte[] Read(Stream png)
    {
        using var all = new MemoryStream();
        png.CopyTo(all);
        var bytes = all.ToArray();
        var (width, height, channels) = (0, 0, 0);
        using var packed = new MemoryStream();
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var body = bytes.AsSpan(at + 8, length);
            if (bytes.AsSpan(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                channels = body[9] == 6 ? 4 : 3;
            }
            else if (bytes.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(body);
            }
            at += length + 12;
        }

        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var grey = new byte[width * height];
        var (above, line) = (new byte[width * channels], new byte[width * channels]);
        for (var row = 0; row < height; row++)
        {
            var filter = lines.ReadByte();
            lines.ReadExactly(line);
            Unfilter(filter, line, above, channels);
            for (var pixel = 0; pixel < width; pixel++)
                grey[row * width + pixel] =
                    (byte)((line[pixel * channels] * 299 + line[pixel * channels + 1] * 587
                    + line[pixel * channels + 2] * 114) / 1000);
            (above, line) = (line, above);
        }
        return grey;
    }

    static void Unfilter(int filter, byte[] line, byte[] above, int channels)
    {
        for (var at = 0; at < line.Length; at++)
        {
            int left = at >= channels ? line[at - channels] : 0;
            int corner = at >= channels ? above[at - channels] : 0;
            var predicted = filter switch
            {
                1 => left,
                2 => above[at],
                3 => (left + above[at]) / 2,
                4 => Paeth(left, above[at], corner),
                _ => 0,
            };
            line[at] = (byte)((line[at] + predicted) & 0xFF);
        }
    }

    static int Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) =
            (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - 2 * corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
