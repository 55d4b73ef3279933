global using Xunit;
global using static System.StringComparison;
