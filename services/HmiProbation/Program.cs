using Inspectorates.HmiProbation;
using Inspectorates.Hosting;

return await InspectorateProgram.RunAsync(args, new HmiProbationInspectorate(), port: 5104);
