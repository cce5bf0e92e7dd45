using Inspectorates.Hmic;
using Inspectorates.Hosting;

return await InspectorateProgram.RunAsync(args, new HmicInspectorate(), port: 5103);
