namespace Medulla.Interchange; public static class Placeholder;
