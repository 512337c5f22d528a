# Shared by the scripts of deploy/local and by deploy/load/measure. Sourced from the project's folder.

fail() {
    printf 'capaian: %s\n' "$*" >&2
    exit 1
}

# Sets JAVA. $1 = jdk when something has to be compiled.
find_java() {
    JAVA=java
    if [ -n "${JAVA_HOME:-}" ]; then
        JAVA="$JAVA_HOME/bin/java"
    fi
    command -v "$JAVA" >/dev/null 2>&1 ||
        fail "No Java was found ($JAVA): install JDK 17 or newer, or set JAVA_HOME to one."
    local version
    version=$("$JAVA" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
    [ "${version:-0}" -ge 17 ] ||
        fail "Java 17 or newer is needed, but $JAVA is version ${version:-unknown}: set JAVA_HOME to a newer JDK."
    if [ "${1:-}" = jdk ]; then
        "$JAVA" --list-modules 2>/dev/null | grep -q '^jdk.compiler' ||
            fail "$JAVA cannot compile, it is a runtime only: install the JDK, or set JAVA_HOME to one."
        command -v mvn >/dev/null 2>&1 || fail "Maven was not found: install it (mvn must be on the PATH)."
    fi
}

STAMP=deploy/local/target/built

# Modules in whose classes lie some whose source is gone, moved for instance, or migrations whose file is. Maven leaves
# them: they get into the WAR, and the server serves what is no longer there beside what is; the admin's program migrates
# to what nobody has.
stale_modules() {
    local module
    for module in platform/* plugins/* deploy/*; do
        if [ -d "$module/target/classes" ] && [ -d "$module/src/main/java" ] && [ -n "$(LC_ALL=C comm -23 \
            <(cd "$module/target/classes" && find . \( -name '*.class' ! -name '*$*' -o -name '*.sql' \) |
                sed 's/\.class$//' | LC_ALL=C sort) \
            <(sources_of "$module" | sed 's/\.java$//' | LC_ALL=C sort -u))" ]; then
            echo "$module"
        fi
    done
}

sources_of() {
    local root
    for root in "$1"/src/main/java "$1"/src/main/resources "$1"/target/generated-sources/*; do
        [ ! -d "$root" ] || (cd "$root" && find . -name '*.java' -o -name '*.sql')
    done
}

# To be called before Maven.
sweep_stale() {
    local module
    for module in $(stale_modules); do
        echo "==> $module holds classes or migrations whose sources are gone, it is compiled anew"
        rm -rf "$module"/target/classes "$module"/target/generated-sources "$module"/target/*/WEB-INF/classes
    done
}

# True when nothing that goes into an artifact is newer than the last build, and nothing is left of an earlier one.
built() {
    [ -e "$STAMP" ] && [ -z "$(stale_modules)" ] &&
        [ -z "$(find pom.xml platform plugins deploy/local tenants-config -name target -prune -o \
        \( -name pom.xml -o -path '*/src/main*' -o -path '*/schema/*' \) -newer "$STAMP" -print | head -n 1)" ]
}

# Lets one build or test run at a time work in this tree. Maven inherits the lock: when whoever called it is killed, the
# lock holds until Maven is done.
lock_build() {
    mkdir -p .capaian
    # macOS has no flock.
    command -v flock >/dev/null 2>&1 || return 0
    exec 9>.capaian/build.lock
    flock -n 9 && return 0
    echo "==> Another build or test run is at work in $PWD, waiting for it"
    flock 9
}

# To be called before anything is started that outlives us.
unlock_build() {
    exec 9>&-
}

# Runs the launcher; LIBRARIES are more of them, with a colon in front.
launch() {
    exec "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -cp "deploy/local/target/classes:deploy/local/target/lib/*${LIBRARIES:-}" id.capaian.local.Main "$@"
}
