using System.Net;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.WireTests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_options_the_node_serves_the_whole_tree_on_loopback()
    {
        var settings = Settings();
        Assert.Equal((8080, IPAddress.Loopback, OrganisationSize.Default), (settings.Port, settings.Listen, settings.Seed));
        Assert.True(settings.IsLoopbackOnly);
        Assert.False(settings.UsesSecureCookies);
        Assert.Null(settings.Store);
    }

    [Fact]
    public void Options_are_read_with_a_blank_or_an_equals_sign()
    {
        var settings = Settings("--port", "9000", "--listen=0.0.0.0", "--size", "s2", "--store=Host=db;Database=a", "--data", "/var/lib/x");
        Assert.Equal((9000, IPAddress.Any, OrganisationSize.S2), (settings.Port, settings.Listen, settings.Seed));
        Assert.Equal("Host=db;Database=a", settings.Store);
        Assert.Equal("/var/lib/x", settings.DataDirectory);
        Assert.False(settings.IsLoopbackOnly);
        Assert.True(settings.UsesSecureCookies);
        Assert.Null(Settings("--no-seed").Seed);
        Assert.Equal(500, Settings("--connections", "500").ConnectionsMax);
    }

    [Fact]
    public void A_node_behind_a_proxy_is_published_even_when_it_listens_on_loopback()
    {
        var settings = Settings("--origin", "https://office.example,https://www.office.example");
        Assert.Equal(2, settings.Origins.Length);
        Assert.False(settings.IsLoopbackOnly);
    }

    [Fact]
    public void A_proxy_is_being_tried_out_while_all_its_names_are_plain_HTTP_on_loopback()
    {
        Assert.True(Settings("--origin", "http://127.0.0.1:9000,http://localhost:9000,http://[::1]:9000").IsLoopbackOnly);
        Assert.False(Settings("--origin", "http://127.0.0.1:9000,http://office.example").IsLoopbackOnly);
        Assert.False(Settings("--origin", "https://localhost").IsLoopbackOnly);
        Assert.False(Settings("--origin", "http://localhost.office.example").IsLoopbackOnly);
        Assert.False(Settings("--origin", "http://127.0.0.1:9000", "--listen", "0.0.0.0").IsLoopbackOnly);
        Assert.False(Settings("--origin", "http://127.0.0.1:9000", "--proxy", "10.0.0.7").IsLoopbackOnly);
    }

    [Theory]
    [InlineData("--proxy here: set an IP address", "--proxy", "here")]
    [InlineData("--operations-listen here: set an IP address", "--operations-listen", "here")]
    [InlineData("--port: set a number", "--port", "x")]
    [InlineData("--port needs a value", "--port")]
    [InlineData("--connections 0: set a number from 1", "--connections", "0")]
    [InlineData("--operations-port 8080: people have that port", "--operations-port", "8080")]
    [InlineData("--silo-port 8081: --port or --operations-port has it", "--cluster", "c", "--store", "Host=h", "--files", "f", "--silo-port", "8081")]
    [InlineData("--size S4: set S1", "--size", "S4")]
    [InlineData("--size 1: set S1", "--size", "1")]
    [InlineData("--listen here: set an IP address", "--listen", "here")]
    [InlineData("--origin office: set scheme and host", "--origin", "office")]
    [InlineData("--origin https://a/b: set scheme and host", "--origin", "https://a/b")]
    [InlineData("--prot is not known", "--prot", "1")]
    public void What_is_wrong_is_said_with_what_to_set(string error, params string[] args)
    {
        var line = CommandLine.Parse(args);
        NodeSettings.From(line);
        Assert.StartsWith(error.Replace("--port:", "--port x:", StringComparison.Ordinal), line.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_word_is_the_verb_and_the_others_are_its_own()
    {
        var line = CommandLine.Parse(["restore", "--data", "x", "a.tar"]);
        Assert.Equal("restore", line.Verb);
        Assert.Equal(["a.tar"], line.Words);
        Assert.Empty(line.Errors);
    }

    private static NodeSettings Settings(params string[] args)
    {
        var line = CommandLine.Parse(args);
        var settings = NodeSettings.From(line);
        Assert.Empty(line.Errors);
        return settings;
    }
}
