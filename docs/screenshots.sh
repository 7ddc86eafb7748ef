#!/usr/bin/env bash
# Takes the pictures in docs/images anew, from a site of its own with sample data in a temporary folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
address=${1:-http://localhost:5089}
data=$(mktemp -d)
dotnet build src/KpiTracker.Web -v quiet
ASPNETCORE_ENVIRONMENT=Development dotnet src/KpiTracker.Web/bin/Debug/net10.0/KpiTracker.Web.dll --urls "$address" --data "$data" >"$data/log" 2>&1 &
site=$!
trap 'kill "$site"; wait "$site" || true; rm -rf "$data"' EXIT
timeout 300 bash -c "until grep -q 'Sample data complete' '$data/log'; do sleep 1; done"
dotnet run docs/screenshots.cs -- "$address" docs/images
