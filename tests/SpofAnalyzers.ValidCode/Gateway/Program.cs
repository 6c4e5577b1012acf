using Harbor.Gateway;

Host.CreateDefaultBuilder(args)
    .UseOrleans((context, silo) => silo.UseRedisClustering(context.Configuration.GetConnectionString("Cluster")!).AddActivityPropagation())
    .ConfigureWebHostDefaults(web => web.UseStartup<Startup>())
    .Build()
    .Run();
