namespace Medulla.Study; public static class Placeholder;
