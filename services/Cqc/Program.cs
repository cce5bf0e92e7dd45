using Inspectorates.Cqc;
using Inspectorates.Hosting;

return await InspectorateProgram.RunAsync(args, new CqcInspectorate(), port: 5102);
