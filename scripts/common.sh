# Shared by ./run, ./test and ./tajriba: says what it does, installs what is missing, never asks.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 NPM_CONFIG_UPDATE_NOTIFIER=false

say() { printf '\033[36m▸\033[0m %s\n' "$*" >&2; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "Please install as root: $*"; fi
}

# need_apt PACKAGE... installs the Debian packages that are not there.
need_apt() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "Installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

need_tools() {
  command -v dotnet >/dev/null || fail "Tajriba needs the .NET 10 SDK (https://dot.net); it is not on the PATH."
  command -v node >/dev/null || need_apt nodejs npm
  need_apt libicu72
}

# build_host publishes the product to artifacts/host unless nothing has changed since.
build_host() {
  local stamp=artifacts/host/.built
  if [ ! -f "$stamp" ] || [ -n "$(find src Directory.*.props global.json \
      \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    say "Building (Release)"
    mkdir -p artifacts/host
    touch artifacts/.building # what changes while it builds is newer than the stamp
    if ! dotnet publish src/Tajriba.Host -c Release -o artifacts/host -v quiet >artifacts/build.log 2>&1; then
      cat artifacts/build.log >&2
      fail "The build failed."
    fi
    mv artifacts/.building "$stamp"
  fi
}
