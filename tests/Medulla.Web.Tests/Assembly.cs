using Medulla.Web.Tests.Example;

[assembly: AssemblyFixture(typeof(ExampleHost))]
