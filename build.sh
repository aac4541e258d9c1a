#!/usr/bin/env bash
# The one door to everything. Each command installs what it needs and does not find.
#
#   ./build.sh                 dist/: the extension, unpacked, for Chrome and for Firefox
#   ./build.sh run [BROWSER]   opens chrome (or firefox) with the extension on a local demo feed
#   ./build.sh shots [BROWSER] shots/: a picture of every surface in every state, light and dark, in both directions
#   ./build.sh test            every test: unit, rules, pages, and both browsers
#   ./build.sh check           formatting, lints, types, size budgets, the add-on linter
#   ./build.sh inspect PAGE.html --as URL [...]   what the extension reads and notes on a saved page, as JSON
#   ./build.sh bench           the benchmarks
#   ./build.sh scorecard       docs/scorecard.md and the figures it is made of, measured anew
#   ./build.sh package         packages/: one zip per store
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

WASM=wasm32-unknown-unknown
DEBIAN_SOURCE=/usr/lib/rustlib/src/rust/library

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null; }

# --- what has to be there ------------------------------------------------------------------------------------------

# apt_install REASON PACKAGE...
apt_install() {
  local reason=$1; shift
  say "Installing $* ($reason)"
  have apt-get || fail "Please install $* by hand: this machine has no apt-get."
  local root=()
  if [ "$(id -u)" != 0 ]; then
    have sudo || fail "Please run as root: apt-get install $*"
    root=(sudo)
  fi
  "${root[@]}" apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -qy --no-install-recommends "$@" >&2
}

need_rust() { have cargo || fail "Please install Rust first: https://rustup.rs"; }

need_npm() {
  have npm || apt_install "tools written in JavaScript" nodejs npm
  node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || fail "Please install Node 20 or newer: https://nodejs.org"
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "Installing the packages of package-lock.json (Binaryen, esbuild, puppeteer-core, TypeScript, the add-on linter)"
  npm ci --no-fund --no-audit --loglevel=error >&2
  touch node_modules/.package-lock.json
}

# Harper is seventy megabytes that nothing but a benchmark needs.
need_harper() {
  [ tools/bench/node_modules/.package-lock.json -nt tools/bench/package-lock.json ] && return
  say "Installing harper.js (to be measured against)"
  npm ci --prefix tools/bench --no-fund --no-audit --loglevel=error >&2
  touch tools/bench/node_modules/.package-lock.json
}

need_browsers() {
  have chromium || have google-chrome || [ -n "${CHROME:-}" ] || apt_install "tests in a real Chrome" chromium
  have openssl || apt_install "certificates for the network that tests stand in for" openssl
  have firefox-esr || have firefox || [ -n "${FIREFOX:-}" ] || apt_install "tests in a real Firefox" firefox-esr
}

rustup_source() { [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; }
debian_source() { [ -d "$DEBIAN_SOURCE" ] && [ -x /usr/bin/rustc ]; }

# The page module has to become JavaScript too, which only Wasm of the first generation can. The standard library in
# its usual build is newer than that, so it is built here, and its source has to be there: rustup's, or Debian's
# compiler with its own. Sets WASM_ENV, the environment of cargo for the browser.
need_wasm() {
  need_rust
  if ! rustup_source && ! debian_source; then
    say "Fetching the standard library's source (Wasm of the first generation needs its own build)"
    if have rustup; then timeout 60 rustup component add rust-src >&2 || true; fi
    rustup_source || apt_install "rustup can not fetch it here" rustc-web rust-web-src
  fi
  WASM_ENV=(RUSTC_BOOTSTRAP=1 CARGO_ENCODED_RUSTFLAGS="$(wasm_flags)")
  rustup_source && return
  need_wasm_linker
  WASM_ENV+=(RUSTC=/usr/bin/rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$WASM_LINKER")
}

# Sets WASM_LINKER: the one beside rustup's compiler, else Debian's of the LLVM that Debian's compiler is built with. An
# older one can not read its objects, and Debian's rust-lld may be a link to a package that is not installed.
need_wasm_linker() {
  local host llvm
  host=$(rustc -vV | sed -n 's/^host: //p')
  WASM_LINKER="$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld"
  [ ! -x "$WASM_LINKER" ] || return 0
  llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  have "wasm-ld-$llvm" || apt_install "the linker for Wasm" "lld-$llvm"
  WASM_LINKER=$(command -v "wasm-ld-$llvm") || fail "lld-$llvm brought no wasm-ld-$llvm: please install a linker for Wasm by hand"
}

# One flag set for both modules. The paths of this machine stay out of them, so that builds are the same everywhere.
wasm_flags() {
  local flags=(-Ctarget-cpu=mvp -Clink-arg=-zstack-size=262144
    "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo" "--remap-path-prefix=$PWD=/src"
    "--remap-path-prefix=$DEBIAN_SOURCE=/std" "--remap-path-prefix=$(rustc --print sysroot)=/rust")
  local IFS=$'\x1f'
  echo "${flags[*]}"
}

WASM_OPTIONS=(-Zbuild-std=std,panic_abort --target "$WASM" --target-dir target/wasm --profile wasm
  -p second-look-engine -p second-look-packer -p second-look-page)

# --- the commands --------------------------------------------------------------------------------------------------

build() {
  need_wasm
  need_npm
  cargo build -q --release -p bindgen
  env "${WASM_ENV[@]}" cargo build -q "${WASM_OPTIONS[@]}"
  node tools/wasm.mjs "target/wasm/$WASM/wasm" target/browser
  node tools/dist.mjs target/browser dist
}

run() { build; need_browsers; node tools/run.mjs "$@"; }
shots() { build; need_browsers; node tools/shots.mjs "$@"; }
inspect() { build >&2; need_browsers; node tools/inspect.mjs "$@"; }
bench() { build; need_browsers; need_harper; node tools/bench.mjs "$@"; }

test() {
  build
  need_browsers
  cargo test --workspace
  [ $# != 0 ] || set -- tests/e2e/*.test.mjs
  node --test --test-concurrency=1 --test-reporter=spec "$@"
}

check() {
  build
  cargo fmt --all --check
  cargo clippy -q --workspace --all-targets -- -D warnings
  wasm_clippy
  node tools/budget.mjs
  node_modules/.bin/tsc --project tsconfig.json
  node_modules/.bin/addons-linter dist
}

wasm_clippy() {
  local clippy=(cargo)
  if ! rustup_source; then
    [ -x /usr/bin/cargo-clippy ] || apt_install "lints for the code that only browsers run" rust-web-clippy
    clippy=(/usr/bin/cargo-clippy)
  fi
  env "${WASM_ENV[@]}" "${clippy[@]}" clippy -q "${WASM_OPTIONS[@]}" -- -D warnings
}

scorecard() {
  need_rust
  # One after the other: the page is made of both figures.
  RENEW=1 cargo test -q --test corpus -- --test-threads=1
}

package() {
  build
  node tools/package.mjs dist packages
}

command=${1:-build}
[ $# = 0 ] || shift
case $command in
  build | run | shots | test | check | inspect | bench | package | scorecard) "$command" "$@" ;;
  *) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
