# One image file for all five programs:
#   docker build --build-arg PROJECT=services/Ofsted/Inspectorates.Ofsted.csproj -t inspectorates/ofsted .
# The runtime image has no shell and runs as a user of its own; the root file system may be read-only, only /data is written.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG PROJECT
WORKDIR /src
COPY . .
RUN test -n "$PROJECT" || { echo "Say which program: --build-arg PROJECT=services/Ofsted/Inspectorates.Ofsted.csproj" >&2; exit 1; }
RUN dotnet publish "$PROJECT" --configuration Release --output /app -p:UseAppHost=false \
 && mv "/app/$(basename "$PROJECT" .csproj).dll" /app/program.dll \
 && mv "/app/$(basename "$PROJECT" .csproj).runtimeconfig.json" /app/program.runtimeconfig.json \
 && mv "/app/$(basename "$PROJECT" .csproj).deps.json" /app/program.deps.json \
 && mkdir /data

# 10.0.13 is the floor: earlier ones carry the advisories of October 2026.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /data /data
WORKDIR /app
USER 1654
ENV DOTNET_EnableDiagnostics=0 \
    Inspectorate__DataDirectory=/data
ENTRYPOINT ["dotnet", "program.dll"]
