return 0; // dotnet-ef only needs something that starts
