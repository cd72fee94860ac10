# Brings the tools that .ci/run needs beyond Rust and a C compiler.
# shellcheck shell=bash

deny_version=0.20.2

# Prints where cargo-deny is, after building it where it is missing. The cache outlives the clone: building takes minutes.
cargo_deny() {
    local root="${XDG_CACHE_HOME:-${HOME:-/var/cache}/.cache}/downbeat-ci/cargo-deny-$deny_version"
    if [[ ! -x "$root/bin/cargo-deny" ]]; then
        # Quick to build rather than quick to run: it runs for a second. Its network features serve advisories alone.
        CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
            cargo install --quiet --locked --no-default-features --version "$deny_version" \
            --root "$root" --target-dir "$scratch/cargo-deny" cargo-deny >&2
        rm -rf "$scratch/cargo-deny"
    fi
    echo "$root/bin/cargo-deny"
}

# Installs Debian packages where they are missing.
install_packages() {
    local package missing=()
    for package in "$@"; do
        dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $(id -u) -ne 0 ]]; then
        echo "Install these first: apt-get install ${missing[*]}" >&2
        return 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
