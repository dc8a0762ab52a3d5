# shellcheck shell=bash
# What the scripts share: the root folder, the checks for tools, and the one way to build the site. Sourced, not run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
app=$root/var/app
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 # nothing is left running behind

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || stop "The .NET SDK 10 is needed and 'dotnet' was not found. Install it and try again."
  (cd "$root" && dotnet --version >/dev/null 2>&1) || stop "The .NET SDK 10 is needed (see global.json); 'dotnet --list-sdks' shows what is installed."
}

need_node() {
  command -v node >/dev/null || stop "Node.js 18 or newer is needed and 'node' was not found. Install it and try again."
  local version; version=$(node --version)
  [[ $version =~ ^v([0-9]+) && ${BASH_REMATCH[1]} -ge 18 ]] || stop "Node.js 18 or newer is needed; this is $version."
  command -v npm >/dev/null || stop "npm is needed and was not found; it usually comes with Node.js. Install it and try again."
}

# Installs what a folder's lock file names, unless that was done since the lock file changed.
npm_install() {
  local folder=$root/$1
  [[ -f $folder/package.json ]] || return 0
  [[ -f $folder/node_modules/.package-lock.json && ! $folder/package-lock.json -nt $folder/node_modules/.package-lock.json ]] && return 0
  say "Installing the packages of $1 ..."
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
}

# Every file that the published site is made from; with a test of find, those it holds for.
sources() {
  (cd "$root" && find src appsettings.json Directory.Build.props Directory.Packages.props global.json scripts/lib.sh \
    \( -name bin -o -name obj -o -name node_modules -o -path src/Ccri.Web/wwwroot/lib \) -prune -o -type f "$@" -print | LC_ALL=C sort)
}

# Up to date: the same files as at the last build, and none of them newer than it.
is_built() {
  [[ -f $app/Ccri.Web.dll && -f $app.built && $(sources) == "$(<"$app.built")" && -z $(sources -newer "$app.built") ]]
}

publish() {
  is_built && return 0 # somebody else built while we waited
  need_dotnet; need_node
  say "Building the site (up to three minutes the first time) ..."
  local listing; listing=$(mktemp "$app.built.XXXXXX")
  sources >"$listing" # now: what is edited during the build counts as newer than it
  rm -rf "$app.new"
  (cd "$root" && dotnet publish src/Ccri.Web --configuration Release --output "$app.new" --verbosity quiet "$@" >&2 9>&-) || { rm -f "$listing"; stop "The build failed."; }
  rm -rf "$app" && mv "$app.new" "$app" && mv "$listing" "$app.built"
}

# Publishes the site into var/app when something has changed; with --no-build, from what was built just now.
# Says what it does on standard error only: --json stays clean.
build() {
  is_built && return 0
  mkdir -p "$root/var"
  if command -v flock >/dev/null; then
    ( flock 9; publish "$@" ) 9>"$app.lock" # two commands at once build once
  else
    publish "$@"
  fi
}
