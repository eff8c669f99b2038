#!/usr/bin/env bash
# train.sh FOLDER CACHE: serves with FOLDER/broadside.jar on a database that is thrown away, is visited, and leaves in CACHE what the JVM
# learned of its classes (JEP 483 and 514), not of its hot methods (JEP 515): compiling those at once makes a start longer, and is not
# earned back by the first ten thousand requests. The quick compiler alone leaves nothing of methods behind that would lie in memory, and
# it learns at the second start: what only makes a database, Flyway and JDBC for the most part, would lie there at every later one.
# Needs a Java 25 as "java", and curl. Not for root: PostgreSQL refuses.
set -euo pipefail
folder=$1 cache=$2
work=$(mktemp -d)
trap 'kill -9 "${program:-}" 2>/dev/null || true; rm -rf "$work"' EXIT

serve() {
  PORT=0 BROADSIDE_MANAGEMENT_PORT=0 BROADSIDE_BIND=127.0.0.1 BROADSIDE_DATA_DIR="$work/data" \
    java @"$folder/java.options" "$@" -jar "$folder/broadside.jar" > "$work/log" 2>&1 &
  program=$!
  for _ in $(seq 600); do
    grep -q '^  Stop' "$work/log" && return
    kill -0 "$program" || break
    sleep 0.1
  done
  cat "$work/log" >&2
  exit 1
}
stop() {
  kill -TERM "$program"
  wait "$program" || { cat "$work/log" >&2; exit 1; }
}

serve
stop
serve -XX:AOTCacheOutput="$cache" -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining
api=$(sed -n 's/^  API  *//p' "$work/log")

ask() { curl -fsS -o /dev/null -H 'Content-Type: application/json' "$@"; }
token_of() { curl -fsS -H 'Content-Type: application/json' "$@" | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p'; }

ask "$api/v1/accounts" -d '{"username":"susan","email":"susan@example.com","password":"correct horse battery"}'
token=$(token_of "$api/v1/sessions" -d '{"login":"susan","password":"correct horse battery"}')
me=(-H "Authorization: Bearer $token")
for n in $(seq 20); do
  ask "${me[@]}" "$api/v1/posts" -d "{\"body\":\"Note $n with a #tag and *Markdown*, see https://example.com\"}"
done
for path in /openapi.json /docs /v1/posts /v1/posts/1 /v1/accounts/susan /v1/accounts/susan/posts /v1/me/timeline /v1/tags \
  '/v1/search/posts?q=note' /feeds/atom; do
  for _ in $(seq 5); do ask "${me[@]}" "$api$path"; done
done
ask "${me[@]}" -X DELETE "$api/v1/sessions/current"

stop
[ -s "$cache" ] || { cat "$work/log" >&2; exit 1; }
