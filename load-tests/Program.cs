Console.WriteLine("usage: load-tests <scenario> --target URL --out DIR");
