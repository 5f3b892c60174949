# shellcheck shell=bash
# What the scripts beside this file share; sourced by each, not run by itself.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# say TEXT…: a line about what the script does, apart from what the programs it runs print.
say() { printf '==> %s\n' "$*"; }

# fail TEXT…: one line on stderr for each argument, then the end.
fail() {
  printf 'error: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '       %s\n' "$line" >&2; done
  exit 1
}

# python_with_openpyxl: prints the first Python that has openpyxl; status 1 where none has.
# A Python put before the system's on PATH does not see the packages that apt installs.
python_with_openpyxl() {
  local python
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import openpyxl' >/dev/null 2>&1; then
      echo "$python"
      return 0
    fi
  done
  return 1
}

# python_with_uno: prints the first Python that can talk to LibreOffice; status 1 where none can.
python_with_uno() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -c 'import uno' >/dev/null 2>&1; then
      echo "$python"
      return 0
    fi
  done
  return 1
}

# seconds_since START: whole seconds since `$SECONDS` was START, as `75 s`.
seconds_since() { printf '%d s' "$((SECONDS - $1))"; }

# build_release: builds the program as it is shipped, and sets `bulletin` to its path.
build_release() {
  local options=(-c release --static-swift-stdlib --product bulletin)
  swift build "${options[@]}"
  bulletin="$(swift build "${options[@]}" --show-bin-path)/bulletin"
}

# report_folders: the sample report folders, one a line.
report_folders() { find Samples -name report.yaml -printf '%h\n' | sort; }
