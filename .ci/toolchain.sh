# Sourced by run and check: the tools that are needed, and how the product is built only when something changed.
# Expects $root, the repository's root.
build=$root/.build
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nothing may stay behind that this script did not mean to start: no compiler server, no waiting build nodes.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

# A server that has PostgreSQL beside it gets more room for what lives a moment: a collection costs by what thousands of
# open connections hold, not by what it frees (decision 0030). The embedded server stays small.
roomy_collector() {
  export DOTNET_GCgen0size=${DOTNET_GCgen0size:-0x4000000}
}

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

require_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
  stop 'The .NET 10 SDK is needed. Install it with:' \
    '  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 && export PATH="$HOME/.dotnet:$PATH"'
}

require_node() {
  local version
  version=$(node --version 2>/dev/null || true)
  if command -v npm >/dev/null && [[ $version =~ ^v([0-9]+)\.([0-9]+) ]] &&
    ((BASH_REMATCH[1] > 20 || (BASH_REMATCH[1] == 20 && BASH_REMATCH[2] >= 19))); then
    return
  fi
  stop "Node 20.19 or newer is needed (found: ${version:-none}). Install it with:" \
    '  curl -fsSL https://deb.nodesource.com/setup_20.x | sudo bash - && sudo apt-get install -y nodejs'
}

# Name, size and time of every file below the given paths, build results and the client's packages left out.
fingerprint() {
  (cd "$root" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -name wwwroot -o -path src/Web/client \
    \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum)
}

# up_to_date NAME FINGERPRINT: was the last successful build of NAME made from exactly this?
up_to_date() {
  [[ -f $build/$1.stamp && $(<"$build/$1.stamp") == "$2" ]]
}

build_settings='Directory.Build.props Directory.Packages.props global.json nuget.config .editorconfig'

# The server in Release, as run starts it.
build_server() {
  local now
  now=$(fingerprint src $build_settings)
  if up_to_date server "$now" && [[ -f $server_dll ]]; then return; fi
  echo 'Building the server (only after a change) …' >&2
  dotnet restore "$root/src/Web/Web.csproj" --locked-mode -v q >&2 &&
    dotnet build "$root/src/Web/Web.csproj" -c Release --no-restore -v q -clp:NoSummary >&2 ||
    stop 'The server did not build.'
  echo "$now" >"$build/server.stamp"
}

server_dll=$root/src/Web/bin/Release/net10.0/PartyRealtime.Web.dll
client=$root/src/Web/client

# The client's packages, exactly as locked.
install_client() {
  local now
  now=$(sha256sum "$client/package-lock.json")
  if up_to_date packages "$now" && [[ -d $client/node_modules ]]; then return; fi
  (cd "$client" && npm ci --no-audit --no-fund --loglevel=error) >&2 || stop 'npm ci failed.'
  echo "$now" >"$build/packages.stamp"
}

# The client into src/Web/wwwroot, where the server serves it from.
build_client() {
  local now
  now=$(cd "$client" && find . \( -name node_modules -o -name dist \) -prune -o -type f -printf '%p %s %T@\n' |
    LC_ALL=C sort | sha256sum)
  if up_to_date client "$now" && [[ -f $root/src/Web/wwwroot/index.html ]]; then return; fi
  echo 'Building the client (only after a change) …' >&2
  install_client
  (cd "$client" && npm run --silent build) >&2 || stop 'The client did not build.'
  echo "$now" >"$build/client.stamp"
}

build_all() {
  build_server
  build_client
}

# Two commands at once build one after the other.
locked() {
  mkdir -p "$build"
  exec 9>"$build/lock"
  flock 9
  "$@"
  exec 9>&-
}
