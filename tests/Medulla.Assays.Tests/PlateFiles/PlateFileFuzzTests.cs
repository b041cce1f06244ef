using Medulla.Assays.PlateFiles;
using Medulla.Tests;

namespace Medulla.Assays.Tests.PlateFiles;

/// <summary>Files with bytes changed, cut out, doubled: reading never throws, and gives content or says why not.</summary>
public sealed class PlateFileFuzzTests
{
    [Fact]
    public void Reading_never_throws_for_a_few_hundred_damaged_files() => Damage(300);

    [Fact]
    [Trait("Category", "Long")]
    public void Reading_never_throws_for_many_damaged_files() => Damage(40_000);

    static void Damage(int repeats)
    {
        byte[][] originals =
        [
            .. new[] { "elisa_assay2.txt", "elisa_assay3_and_4.txt" }
                .Select(name => File.ReadAllBytes(Path.Combine(ReferenceFolder.ProjectRoot, "data", "plates", name))),
            "Plate,P1\nWavelength (nm),450\n,1,2,3,4,5,6,7,8,9,10,11,12\nA,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,1,1.1,OVRFLW\n"u8.ToArray(),
            "plate,well,role,level,concentration,aliquot,dilution\nP1,A1,calibrator,,30,,\nP1,A2,unknown,,,SP-1,2\n"u8.ToArray(),
        ];
        var random = new Random(20250801);
        var withoutContent = 0;
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var bytes = Damaged(originals[repeat % originals.Length], random);
            var read = PlateFile.Read("damaged.txt", bytes);
            Assert.True(read.Value is not null || read.HasErrors, "Neither content nor an error.");
            _ = PlateLayoutFile.Read("damaged.csv", bytes);
            withoutContent += read.Value is null ? 1 : 0;
        }
        Assert.InRange(withoutContent, 1, repeats - 1);
    }

    static byte[] Damaged(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var cut = random.Next(1, 6); cut > 0; cut--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 400), bytes.Count - at - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, "\t\n,\"#~;"u8.ToArray()[random.Next(7)..]);
                    break;
            }
        }
        return [.. bytes];
    }
}
