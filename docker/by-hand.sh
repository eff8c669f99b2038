#!/usr/bin/env bash
# by-hand.sh: what `docker build` and `docker run` do, without Docker: in a clean folder, with the same files, by the same scripts. It
# builds the jar, trains the cache, serves, and says how long it took until the first answer. Needs Maven, curl, a JDK 17 as JAVA_HOME
# or "java", and a Java 25 as JAVA25_HOME. Arguments: a jar that is built already, so that it need not be built.
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
java25=${JAVA25_HOME:?"JAVA25_HOME must name a Java 25"}
clean=$(mktemp -d)
trap 'kill "${program:-}" 2>/dev/null && wait "$program" || true; rm -rf "$clean"' EXIT
mkdir "$clean/app" "$clean/trained" "$clean/data"

if [ $# -gt 0 ]; then
  cp -p "$1" "$clean/app/broadside.jar"
else
  mkdir "$clean/source"
  (cd "$source" && tar -c pom.xml .mvn sql src) | tar -x -C "$clean/source"
  (cd "$clean/source" && mvn -q -B package -DskipTests)
  cp -p "$clean/source/target/broadside.jar" "$clean/app/"
fi
cp "$source/docker/java.options" "$source/docker/broadside" "$source/docker/train.sh" "$clean/app/"

nobody=(env -i PATH="$java25/bin:$PATH" HOME=/nonexistent)
if [ "$(id -u)" = 0 ]; then
  chmod 755 "$clean" && chown -R nobody "$clean/trained" "$clean/data"
  nobody=(setpriv --reuid nobody --regid nogroup --clear-groups "${nobody[@]}")
fi

"${nobody[@]}" "$clean/app/train.sh" "$clean/app" "$clean/trained/broadside.aot"
cp "$clean/trained/broadside.aot" "$clean/app/"
du -h "$clean/app/broadside.jar" "$clean/app/broadside.aot"

cd "$clean/data"
settings=(PORT=0 BROADSIDE_MANAGEMENT_PORT=0 BROADSIDE_DATA_DIR="$clean/data")
began=$(date +%s%N)
"${nobody[@]}" "${settings[@]}" "$clean/app/broadside" > "$clean/log" 2>&1 &
program=$!
until grep -q '^  Stop' "$clean/log"; do
  kill -0 "$program" || { cat "$clean/log" >&2; exit 1; }
  sleep 0.02
done
api=$(sed -n 's/^  API  *//p' "$clean/log")
curl -fsS -o /dev/null "$api/v1/posts"
echo "first answer after $((($(date +%s%N) - began) / 1000000)) ms, on an empty data folder"
port=$(sed -n 's/^  Health .*:\([0-9]*\).*/\1/p' "$clean/log")
"${nobody[@]}" BROADSIDE_MANAGEMENT_PORT="$port" "$clean/app/broadside" health
kill -TERM "$program"
wait "$program"
echo "stopped with exit code 0"
