namespace Medulla.Web; public static class Placeholder;
