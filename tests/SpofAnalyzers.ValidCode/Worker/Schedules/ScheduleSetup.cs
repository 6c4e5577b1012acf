using Quartz;

namespace Harbor.Worker.Schedules;

internal static class ScheduleSetup
{
    public static void AddSchedules(this HostApplicationBuilder builder) =>
        builder.Services.AddQuartz(quartz =>
        {
            quartz.SchedulerId = "AUTO";
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlServer(builder.Configuration["Scheduler:Store"]!);
                store.UseClustering();
                store.UseProperties = true;
            });
            var key = new JobKey("month-end");
            quartz.AddJob<MonthEndJob>(job => job.WithIdentity(key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(key).WithCronSchedule("0 0 3 1 * ?"));
        });
}
