#!/bin/sh
# With the name of a command: the command line, on plain Node. With files, or with nothing: the window.
app="$(dirname "$(readlink -f "$0")")/../../opt/Badge Backpack"
case "$1" in
  check | unbake | bake | import | list | calendar | issuers | pack | export | backup | restore | doctor | conformance | --help | --version)
    if ! command -v node >/dev/null 2>&1; then
      echo 'The command line needs Node.js 20.19 or newer: install the package nodejs.' >&2
      exit 4
    fi
    exec node "$app/resources/cli/index.js" "$@"
    ;;
esac
exec "$app/badge-backpack" "$@"
