# shellcheck shell=bash
# A mail server for the tests only: on loopback, with a certificate of its own, gone afterwards. Sourced, not run.
smtp_process=

# Where it cannot be started the tests that need it are skipped, with the reason.
start_smtp() {
  local folder=$1 i
  command -v openssl >/dev/null && [[ -d $root/tests/smtp/node_modules/smtp-server ]] || return 1
  mkdir -p "$folder"
  node "$root/tests/smtp/server.mjs" "$folder" >"$folder/log" 2>&1 &
  smtp_process=$!
  for ((i = 0; i < 300; i++)); do
    if [[ -f $folder/server.json ]]; then
      export CCRI_TEST_SMTP=$folder/server.json
      export SSL_CERT_FILE=$folder/ca.pem # beside the authorities of the machine, which .NET reads from their folder
      return 0
    fi
    kill -0 "$smtp_process" 2>/dev/null || break
    sleep 0.1
  done
  cat "$folder/log" >&2
  return 1
}

stop_smtp() {
  [[ -z $smtp_process ]] || kill "$smtp_process" 2>/dev/null || true
}
