# What run, check, bench and soak share: where things are, and what the machine lacks. Sourced, not run.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/${up:-..}" && pwd)
product=$root/distribution/target/clientele

say() { printf '%s\n' "$*" >&2; }

# install_missing PACKAGE...: Debian packages that are not there yet.
install_missing() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "These packages are needed, and there is no apt-get to install them:$missing"
    return 1
  fi
  sudo=
  if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    command -v sudo >/dev/null 2>&1 || { say "Run as root, or install first:$missing"; return 1; }
  fi
  say "Installing:$missing"
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
}

# A JDK of 17 or newer that has a compiler, whoever installed it.
have_jdk() {
  compiler=javac
  [ -n "${JAVA_HOME:-}" ] && compiler=$JAVA_HOME/bin/javac
  command -v "$compiler" >/dev/null 2>&1 || return 1
  [ "$("$compiler" -version 2>&1 | sed 's/^javac \([0-9]*\).*/\1/')" -ge 17 ] 2>/dev/null
}

install_build_tools() {
  have_jdk || install_missing openjdk-17-jdk-headless
  command -v mvn >/dev/null 2>&1 || install_missing maven
}

install_desktop() {
  install_missing libgtk-3-0 fontconfig
}
