#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install.sh FOLDER: what package-lock.json names goes into FOLDER, once.
set -eu
source=$(dirname "$(readlink -f "$0")")
folder=$1

for program in node npm; do
    command -v "$program" >/dev/null || {
        echo "$program is missing; ./dev test installs it" >&2
        exit 1
    }
done
mkdir -p "$folder"
if cmp -s "$source/package-lock.json" "$folder/package-lock.json" && [ -e "$folder/complete" ]; then
    exit 0
fi
rm -f "$folder/complete"
cp "$source/package.json" "$source/package-lock.json" "$folder"
# No program of a package is run.
npm ci --prefix "$folder" --cache "$folder/cache" --ignore-scripts --no-audit --no-fund --loglevel=error
touch "$folder/complete"
