# shellcheck shell=bash
# A PostgreSQL for the tests only: its own folder, its own port on loopback, gone afterwards. Sourced, not run.
postgres_folder= postgres_bin=

# It refuses to run as root, so root starts it as "postgres", or as "nobody" where that user is missing.
as_postgres() {
  if [[ $(id -u) != 0 ]]; then
    (cd / && "$@")
  elif id postgres >/dev/null 2>&1; then
    (cd / && runuser -u postgres -- "$@")
  else
    (cd / && runuser -u nobody -- "$@")
  fi
}

# The newest of the usual places (Debian keeps it off PATH), else whatever PATH has.
find_postgres() {
  local bin
  bin=$(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin | sort -V | while IFS= read -r folder; do
    [[ ! -x $folder/initdb || ! -x $folder/pg_ctl ]] || printf '%s\n' "$folder"
  done | tail -n 1)
  [[ -n $bin ]] || bin=$(dirname "$(command -v initdb)" 2>/dev/null) || return 1
  [[ -x $bin/pg_ctl ]] && postgres_bin=$bin
}

start_postgres() {
  find_postgres || return 1
  postgres_folder=$(mktemp -d "/tmp/ccri-postgres.XXXXXX")
  local log=$postgres_folder/log port
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  if [[ $(id -u) == 0 ]]; then
    chown "$(as_postgres id -u)" "$postgres_folder"
  fi
  # No promise to survive a power cut: that is what makes it quick.
  if as_postgres "$postgres_bin/initdb" --pgdata="$postgres_folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null &&
    as_postgres "$postgres_bin/pg_ctl" start --wait --silent --pgdata="$postgres_folder/data" --log="$log" \
      --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$postgres_folder' -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"; then
    export CCRI_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
    return 0
  fi
  cat "$log" >&2 2>/dev/null || true
  return 1
}

stop_postgres() {
  [[ -n $postgres_folder ]] || return 0
  [[ ! -f $postgres_folder/data/postmaster.pid ]] || as_postgres "$postgres_bin/pg_ctl" stop --mode=immediate --silent --pgdata="$postgres_folder/data" || true
  rm -rf "$postgres_folder"
}
