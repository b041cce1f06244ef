namespace Medulla.Assays; public static class Placeholder;
