namespace Medulla.Workspace; public static class Placeholder;
