using Medulla.Browser.Tests;
using Medulla.Web.Tests.Example;

[assembly: AssemblyFixture(typeof(ExampleHost))]
[assembly: AssemblyFixture(typeof(Chromium))]
