namespace Medulla.Statistics; public static class Placeholder;
