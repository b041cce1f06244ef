namespace Medulla.Registry; public static class Placeholder;
