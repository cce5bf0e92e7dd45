using Inspectorates.Hosting;
using Inspectorates.Ofsted;

return await InspectorateProgram.RunAsync(args, new OfstedInspectorate(), port: 5101);
