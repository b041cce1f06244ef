namespace Medulla.Figures; public static class Placeholder;
