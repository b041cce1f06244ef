using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests;

public class GalleryFilesTests
{
    [Fact]
    public void Writes_the_gallery_for_people_to_look_at()
    {
        if (Environment.GetEnvironmentVariable("MEDULLA_FIGURE_GALLERY") is not { Length: > 0 } folder)
        {
            Assert.Skip("Set MEDULLA_FIGURE_GALLERY to a folder to see the figures.");
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (var figure in Gallery.Figures)
            File.WriteAllText(
                Path.Combine(folder, $"{figure.Key}-{(int)figure.Width}-{figure.Language.Tag()}.svg"),
                figure.ToSvg(Profile.Screen));
        Assert.NotEmpty(Directory.GetFiles(folder, "*.svg"));
    }
}
