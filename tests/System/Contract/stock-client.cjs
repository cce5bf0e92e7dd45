// A client that knows nothing but the protos: Node's stock gRPC library. Lists verdicts through the gateway.
// usage: node stock-client.cjs PROTOS ADDRESS INSPECTORATE AREA
const [protos, address, inspectorate, area] = process.argv.slice(2);
const ci = `${protos}/../.ci/node_modules`;
const grpc = require(`${ci}/@grpc/grpc-js`);
const loader = require(`${ci}/@grpc/proto-loader`);

const definition = loader.loadSync('inspectorates/v1/verdict_service.proto', { includeDirs: [protos], enums: String, keepCase: false });
const { VerdictService } = grpc.loadPackageDefinition(definition).inspectorates.v1;
const client = new VerdictService(address, grpc.credentials.createInsecure());
const metadata = new grpc.Metadata();
metadata.set('inspectorate', inspectorate);

client.listVerdicts({ area, pageSize: 5 }, metadata, { deadline: Date.now() + 10000 }, (error, answer) => {
  console.log(JSON.stringify(error ? { code: error.code, details: error.details } : answer));
  client.close();
  process.exitCode = error ? 1 : 0;
});
