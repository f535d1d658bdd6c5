#!/usr/bin/env bash
# Writes one migration of the model for both engines: src/add-migration.sh NAME
# To make a migration that is not yet released anew: remove it from both folders first (the first one: rm -r Data/Migrations).
set -euo pipefail
name=${1:?usage: src/add-migration.sh NAME}
cd "$(dirname "$0")/.."
dotnet tool restore
dotnet build src/NewsPortal -nologo -v q
for engine in Sqlite SqlServer; do
  # Never --namespace: EF would then look for the model's snapshot there and start from nothing.
  dotnet ef migrations add "$name" --no-build --project src/NewsPortal --context "${engine}NewsDb" --output-dir "Data/Migrations/$engine"
done
