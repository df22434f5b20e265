# shellcheck shell=sh
# What run, check, bench and soak share: where things are, and what the machine lacks. Sourced, not run.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/${up:-..}" && pwd)
# shellcheck disable=SC2034
product=$root/distribution/target/clientele
wanted=

say() { printf '%s\n' "$*" >&2; }

# want PACKAGE...: Debian packages that install_wanted shall see to. A package may be there under a newer name that provides it.
want() {
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Abbrev}, ${Package}, ${Provides},\n' 2>/dev/null | sed 's/ ([^)]*)//g' \
      | grep -q "^ii.*, $package," || wanted="$wanted $package"
  done
}

# Installs what was wanted, in one go.
install_wanted() {
  [ -n "$wanted" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "These packages are needed, and there is no apt-get to install them:$wanted"
    return 1
  fi
  sudo=
  if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    command -v sudo >/dev/null 2>&1 || { say "Run as root, or install first:$wanted"; return 1; }
  fi
  say "Installing:$wanted (a minute or two) ..."
  log=$(mktemp)
  # shellcheck disable=SC2086
  if ! { $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    say "The packages were not installed; all that apt-get said is in $log."
    return 1
  fi
  rm -f "$log"
  wanted=
}

# is_jdk COMPILER: a javac of Java 17 or newer.
is_jdk() {
  command -v "$1" >/dev/null 2>&1 && [ "$("$1" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')" -ge 17 ] 2>/dev/null
}

# Leaves a good JDK to Maven and to the product, whoever installed it: JAVA_HOME, the path, or where Debian puts them.
have_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    if is_jdk "$JAVA_HOME/bin/javac"; then return 0; fi
  elif is_jdk javac; then
    return 0
  fi
  for compiler in /usr/lib/jvm/*/bin/javac; do
    if is_jdk "$compiler"; then
      JAVA_HOME=${compiler%/bin/javac}
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

want_build_tools() {
  have_jdk || want openjdk-17-jdk-headless
  command -v mvn >/dev/null 2>&1 || want maven
}

want_desktop() {
  want libgtk-3-0 fontconfig
}

# Tests move the mouse with java.awt.Robot, which Debian's headless JDK does without.
want_robot() {
  want libxtst6 libxi6 libxrender1
  if ! have_jdk; then
    want openjdk-17-jre
    return 0
  fi
  jdk=$(readlink -f -- "$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}javac")")
  jdk=${jdk%/bin/javac}
  case $jdk in
    */java-*-openjdk-*)
      release=${jdk##*/java-}
      [ -e "$jdk/lib/libawt_xawt.so" ] || want "openjdk-${release%%-*}-jre"
      ;;
  esac
}

install_and_settle() {
  install_wanted
  have_jdk || { say "There is still no JDK of Java 17 or newer."; return 1; }
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# Lets the product leave an archive of its classes, which halves what later starts cost: by a window that closes by itself
# or, without a display, by a rendered dashboard. A build throws the archive away.
rehearse() {
  archived && return 0
  say "Making later starts quicker ..."
  stage=$(mktemp -d)
  (
    cd "$stage"
    "$product/bin/clientele" --workspace w sample --customers 200
    export CLIENTELE_REHEARSE=yes
    ! has_display || CLIENTELE_JAVA_OPTS=-Dclientele.screenshot=window.png timeout 30 "$product/bin/clientele" --workspace w || true
    archived || "$product/bin/clientele" --workspace w render clientele.executive/overview --out overview.svg
  ) >"$stage/log" 2>&1 || true
  archived || say "That did not work, which does no harm: $(tail -n 1 "$stage/log")"
  rm -rf "$stage"
}

archived() { [ -n "$(find "$product/archive" -name '*.jsa' 2>/dev/null)" ]; }
