# What ./start and ./test share: the packages and the build. Sourced, not run.
# Safe to source and run again: what is there is left alone.

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$1"
  [ $# -lt 2 ] || say "  $2"
  exit 2
}

# command, pkg-config module or header => Debian package. A line each, so that only what is
# missing is asked for.
build_needs='
g++              g++
cmake            cmake
ninja            ninja-build
pkg-config       pkg-config
ccache           ccache
pc:xapian-core   libxapian-dev
pc:cpp-httplib   libcpp-httplib-dev
pc:nlohmann_json nlohmann-json3-dev
pc:fmt           libfmt-dev
pc:gumbo         libgumbo-dev
pc:icu-i18n      libicu-dev
pc:libzstd       libzstd-dev
pc:libxxhash     libxxhash-dev
pc:zlib          zlib1g-dev
pc:libdeflate    libdeflate-dev
h:bzlib.h        libbz2-dev
pc:liblzma       liblzma-dev
pc:libbrotlidec  libbrotli-dev
pc:libarchive    libarchive-dev
h:cld2/public/compact_lang_det.h libcld2-dev
pdftotext        poppler-utils
'
test_needs='
pc:gtest         libgtest-dev
python3          python3
clang-format     clang-format
chromium         chromium
node             nodejs
npm              npm
'

have() {
  case $1 in
    pc:*) command -v pkg-config >/dev/null && pkg-config --exists "${1#pc:}" ;;
    h:*) [ -e "/usr/include/${1#h:}" ] ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

missing_packages() {
  printf '%s' "$1" | while read -r need package; do
    [ -z "$need" ] || have "$need" || printf '%s\n' "$package"
  done | sort -u | tr '\n' ' '
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "installing packages needs root, and there is no sudo" \
      "as root, run: apt-get install -y --no-install-recommends $packages"
  fi
}

# install_packages NEEDS: installs what is missing of a table above.
install_packages() {
  packages=$(missing_packages "$1")
  [ -n "$packages" ] || return 0
  say "missing packages: $packages"
  command -v apt-get >/dev/null ||
    fail "this is no Debian (there is no apt-get)" \
      "install what stands for these by hand and run this again: $packages"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -q >&2 || say "the package lists could not be renewed; trying with the old ones"
  # shellcheck disable=SC2086  # a list of words
  as_root apt-get install -y -q --no-install-recommends $packages >&2 ||
    fail "the packages could not be installed: $packages" \
      "is there a network? Broadsheet is built on Debian 12 (bookworm)"
  packages=$(missing_packages "$1")
  [ -z "$packages" ] ||
    fail "still missing after the installation: $packages" \
      "Broadsheet is built on Debian 12 (bookworm); is this another release?"
}

# build TARGET...: configures the release preset once and builds.
build() {
  say "building (the first time takes some minutes)"
  cmake --preset release >build/configure.log 2>&1 ||
    { tail -n 20 build/configure.log >&2; fail "the build could not be configured" "see build/configure.log"; }
  cmake --build --preset release --target "$@" >&2 || fail "the build failed" "see the messages above"
}
