#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Real Postfix, Dovecot and proxy servers for the integration tests; installs
# nothing.
#
#   realservers.sh fetch CACHE       download and unpack Debian's packages
#   realservers.sh run CACHE STATE   serve until stdin closes, or TERM or INT
#
# The servers run in a small root folder of their own, made of the unpacked
# packages, inside private mount and process namespaces. They see the machine's
# network, and of its files only what is bound into that root.
#
# run reads STATE/certs/*.pem (key, leaf, chain), STATE/users (name, tab, base64
# of the password), STATE/tokenkey (HS256, base64) and STATE/client.pem (to be
# trusted), puts mail into STATE/mail/NAME/ and logs into
# STATE/log/, and prints KEY=VALUE lines and then "ready".
set -euo pipefail
umask 022
# Without a handler, bash forgets an INT that comes while it waits for a command.
trap 'exit 1' TERM INT
PATH=$PATH:/usr/sbin:/sbin

self=$(readlink -f "${BASH_SOURCE[0]}")
templates=${self%.sh}
# dash and coreutils: what POP before SMTP is glued together with
packages=(postfix dovecot-core dovecot-submissiond dovecot-pop3d dash coreutils microsocks
    tinyproxy-bin)
letin_ms=4000 # how long a POP3 login lets one in
bad_certs=(expired notyet selfsigned unknownissuer wronghost)
apt=(-q -o DPkg::Lock::Timeout=400 -o APT::Sandbox::User=root)

say() { echo "realservers: $*" >&2; }
die() { say "$*"; exit 1; }

# ---- fetch -------------------------------------------------------------------

# The packages and every library they need, down to libc: the servers use none
# of the machine's own. Following only libraries leaves out debconf and perl.
closure() {
    local known='' all
    all=$(printf '%s\n' "${packages[@]}" | sort)
    while [[ $all != "$known" ]]; do
        known=$all
        # shellcheck disable=SC2086 # one word per package
        all=$({ echo "$known"; apt-cache depends --important $known |
            sed -nE 's/^ *\|?(Pre)?Depends: ((lib|zlib)[^ ]*)$/\2/p'; } |
            grep -vx -e libpam-runtime -e libelogind0 | sort -u)
    done
    echo "$all"
}

download() {
    local list
    rm -rf "$1"
    mkdir -p "$1"
    list=$(closure) || return 1
    # shellcheck disable=SC2086 # one word per package
    (cd "$1" && apt-get "${apt[@]}" download $list >&2)
}

# Whether that list of unpacked packages has all that are wanted now.
has_all() {
    local name
    [[ -e $1 ]] || return 1
    for name in "${packages[@]}"; do
        grep -q "^${name}_" "$1" || return 1
    done
}

fetch() {
    local cache deb sudo=()
    mkdir -p "$1"
    cache=$(readlink -f "$1")
    exec 9>"$cache/lock"
    flock 9
    ! has_all "$cache/stamp" || return 0

    if ! download "$cache/debs"; then
        say 'no such packages yet; running apt-get update'
        ((EUID == 0)) || sudo=(sudo)
        "${sudo[@]}" apt-get "${apt[@]}" update >&2
        download "$cache/debs"
    fi
    rm -rf "$cache/root"
    mkdir "$cache/root"
    for deb in "$cache"/debs/*.deb; do
        dpkg-deb -x "$deb" "$cache/root"
    done
    for deb in "$cache"/debs/*.deb; do
        basename "$deb" .deb
    done >"$cache/stamp.new"
    rm -rf "$cache/debs"
    mv "$cache/stamp.new" "$cache/stamp"
}

# ---- run, outside: start the namespaces, pass signals on -----------------------

run() {
    local cache state child status=0
    trap 'end_namespace "${!-}"' TERM INT
    cache=$(readlink -f "$1")
    state=$(readlink -f "$2")
    [[ -e $cache/stamp ]] || die "$1 has no packages; run: $0 fetch $1"
    if ((EUID != 0)); then
        [[ -z ${REALSERVERS_SUDO-} ]] || die 'sudo did not make this script root'
        say 'needs root for a private mount namespace and for Postfix, whose' \
            'daemons switch users; starting again through sudo'
        exec sudo env REALSERVERS_SUDO=1 bash "$self" run "$cache" "$state"
    fi

    # Were this script killed, setpriv has unshare killed, and with unshare the
    # first process of the namespace dies, and with it every server.
    setpriv --pdeathsig KILL -- \
        unshare --mount --pid --fork --kill-child -- \
        bash "$self" inside "$cache" "$state" $$ <&0 &
    child=$!
    wait "$child" || status=$?
    # A signal ends wait early; when its handler is through, so is the child.
    if ((status > 128)); then
        status=0
        wait "$child" || status=$?
    fi
    return "$status"
}

# unshare itself ignores TERM, so signal the script inside; again and again, as
# the first process of a namespace ignores it too until it has set its trap.
end_namespace() {
    local init
    [[ -n $1 ]] || exit 0
    while kill -0 "$1" 2>/dev/null; do
        init=$(<"/proc/$1/task/$1/children") || init=
        # shellcheck disable=SC2086 # comes with a space
        [[ -z $init ]] || kill -TERM $init 2>/dev/null || true
        sleep 0.02
    done
}

# ---- run, inside the namespaces ------------------------------------------------

declare -A port=()
pids=()

# Numbers of the TCP ports in use, or only of those in kernel state $1.
ports_in_use() {
    local address st
    while read -r _ address _ st _; do
        [[ $address == *:* && $st == "${1-$st}" ]] && echo $((16#${address##*:}))
    done < <(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null) || true
}

# Below 32768, where the kernel never puts outgoing connections by itself.
choose_ports() {
    local key number used
    used=" $(ports_in_use | tr '\n' ' ') "
    for key; do
        number=$((10000 + RANDOM % 22000))
        while [[ $used == *" $number "* ]]; do
            number=$((10000 + RANDOM % 22000))
        done
        used+="$number "
        port[$key]=$number
    done
}

# $1 root folder, $2 CACHE, $3 STATE, $4 user id that owns the mail
build_root() {
    local root=$1 cache=$2 state=$3 uid=$4 dir name password
    mkdir -p "$root" "$state/mail" "$state/log"
    touch "$state"/log/{postfix,dovecot,microsocks,tinyproxy}.log
    chown "$uid" "$state/mail" "$state/log" "$state"/log/*.log
    # In memory: fast, and gone together with the namespace.
    mount -t tmpfs -o mode=755 realservers "$root"
    for dir in usr bin lib lib64; do
        [[ -d $cache/root/$dir ]] || continue
        mkdir "$root/$dir"
        mount --bind "$cache/root/$dir" "$root/$dir"
        mount -o remount,bind,ro "$root/$dir"
    done
    mkdir -p "$root"/{dev,mail,home,tmp,run/dovecot,run/letin} \
        "$root"/etc/{postfix,dovecot,certs,letin} "$root"/var/{log,lib/postfix,lib/dovecot}
    chmod 1777 "$root/tmp"
    ln -s ../run "$root/var/run"
    # Not all of /dev: the servers shall not find the machine's /dev/log there.
    for name in null random urandom zero; do
        touch "$root/dev/$name"
        mount --bind "/dev/$name" "$root/dev/$name"
    done
    # Bound by themselves, so that a STATE only root may enter does no harm.
    mount --bind "$state/mail" "$root/mail"
    mount --bind "$state/log" "$root/var/log"

    printf 'passwd: files\ngroup: files\nhosts: files\n' >"$root/etc/nsswitch.conf"
    echo '127.0.0.1 localhost mx.example.test' >"$root/etc/hosts"

    dir=$root/var/spool/postfix
    mkdir -p "$dir"/{active,bounce,corrupt,defer,deferred,flush,hold,incoming} \
        "$dir"/{maildrop,pid,private,public,saved,trace}
    chown 64101 "$dir"/* "$root/var/lib/postfix"
    chown 0 "$dir/pid"
    chown "$uid" "$root/home"
    for name in good "${bad_certs[@]}"; do
        install -m 600 "$state/certs/$name.pem" "$root/etc/certs/"
        [[ $(grep -m1 BEGIN "$root/etc/certs/$name.pem") == *'PRIVATE KEY'* ]] ||
            die "certs/$name.pem does not begin with its private key"
    done
    install -m 644 "$state/client.pem" "$root/etc/certs/"

    install -m 600 -o 64103 /dev/null "$root/etc/dovecot/users"
    while IFS=$'\t' read -r name password; do
        [[ -n $name ]] || continue
        # Users may give their name or their address to log in.
        printf '%s:{PLAIN.b64}%s\n' "$name" "$password" \
            "$name@example.test" "$password" >>"$root/etc/dovecot/users"
        # Postfix looks for the address in lower case.
        echo "${name,,}@example.test $name/" >>"$root/etc/postfix/mailboxes"
        echo "${name,,}@example.test $name $name@example.test" >>"$root/etc/postfix/owners"
        install -d -m 700 -o "$uid" -g "$uid" "$state/mail/$name"/{,cur,new,tmp}
    done <"$state/users"

    # Where Dovecot looks for the key of a token that names no issuer and no key.
    dir=$root/etc/dovecot/tokenkeys
    mkdir -p "$dir/default/HS256"
    install -m 600 -o 64103 "$state/tokenkey" "$dir/default/HS256/default"
}

# $1 KEY of the port, then options for its smtpd
smtpd() {
    local key=$1 option
    shift
    echo "127.0.0.1:${port[$key]} inet n - n - - smtpd"
    for option in "syslog_name=postfix/$key" "$@"; do
        echo "  -o $option"
    done
}

# $1 root folder, $2 user id that owns the mail
write_config() {
    local root=$1 key name script="s/@UID@/$2/g;s/@LETINMS@/$letin_ms/g"
    for key in "${!port[@]}"; do
        script+=";s/@$key@/${port[$key]}/g"
    done
    for name in passwd group postfix/main.cf dovecot/dovecot.conf dovecot/oauth2.conf; do
        sed "$script" "$templates/${name##*/}" >"$root/etc/$name"
    done
    printf 'Listen 127.0.0.1\nPort %s\nLogLevel Connect\n' "${port[HTTPPROXY]}" >"$root/etc/tinyproxy"
    for name in letin letinpolicy; do
        sed "$script" "$templates/$name" >"$root/etc/letin/$name"
        chmod 755 "$root/etc/letin/$name"
    done
    {
        cat "$templates/master.cf"
        smtpd POSTFIX_SMTPS smtpd_tls_wrappermode=yes
        smtpd POSTFIX_STARTTLS
        smtpd POSTFIX_PLAIN smtpd_tls_security_level=none smtpd_sasl_auth_enable=no \
            smtpd_relay_restrictions=reject_unauth_destination
        smtpd POSTFIX_7BIT smtpd_tls_security_level=none smtpd_sasl_auth_enable=no \
            smtpd_relay_restrictions=reject_unauth_destination \
            smtpd_discard_ehlo_keywords=8bitmime
        smtpd POSTFIX_PLAINAUTH smtpd_tls_security_level=none smtpd_tls_auth_only=no
        smtpd POSTFIX_PBS smtpd_sasl_auth_enable=no \
            smtpd_relay_restrictions=check_policy_service,unix:private/letin,reject
        smtpd POSTFIX_POLICY smtpd_delay_reject=no \
            smtpd_sender_login_maps=texthash:/etc/postfix/owners \
            smtpd_sender_restrictions=check_policy_service,inet:127.0.0.1:${port[POLICY]},reject_sender_login_mismatch \
            smtpd_recipient_restrictions=check_policy_service,inet:127.0.0.1:${port[POLICY]},reject_unauth_destination \
            smtpd_end_of_data_restrictions=check_policy_service,inet:127.0.0.1:${port[POLICY]}
        for name in "${bad_certs[@]}"; do
            smtpd "POSTFIX_SMTPS_${name^^}" "smtpd_tls_chain_files=/etc/certs/$name.pem" \
                smtpd_tls_wrappermode=yes
            smtpd "POSTFIX_STARTTLS_${name^^}" "smtpd_tls_chain_files=/etc/certs/$name.pem"
        done
    } >"$root/etc/postfix/master.cf"
    # Postfix rereads a new file for 1.5 s, in case it is still being written.
    touch -d '1 minute ago' "$root"/etc/postfix/*
}

# One call for each: kill is content when one of several processes exists.
servers_alive() {
    local pid
    for pid in "${pids[@]}"; do
        kill -0 "$pid" 2>/dev/null || return 1
    done
}

wait_for_ports() {
    local key listening end=$((SECONDS + 30))
    while ((SECONDS < end)); do
        servers_alive || die 'a server stopped while starting'
        listening=" $(ports_in_use 0A | tr '\n' ' ') "
        for key in "$@"; do
            [[ $listening == *" ${port[$key]} "* ]] || { sleep 0.05; continue 2; }
        done
        return
    done
    die "$key does not listen"
}

# A listening master says nothing about the daemon behind it: ask that too.
wait_for_greeting() {
    local line='' connection
    exec {connection}<>"/dev/tcp/127.0.0.1/${port[$1]}"
    read -r -t 30 -u "$connection" line || true
    [[ $line == 220* ]] || die "$1 does not greet; it says: $line"
    printf 'QUIT\r\n' >&"$connection"
    exec {connection}>&-
}

# Nothing to stop one by one: when this process ends, the kernel kills all others
# in the namespace and waits for them, and the mounts go too.
finish() {
    local status=$?
    ((status == 0)) && return
    say "failed; the ends of the logs in $1:"
    tail -n 25 "$1"/*.log >&2 || true
}

inside() {
    local cache=$1 state=$2 root=$2/root starter=$3 uid name key keys
    # Killed before setpriv and unshare were ready? A dead process has no program,
    # and this /proc still counts processes as outside.
    [[ -e /proc/$starter/exe ]] || exit 1
    # shellcheck disable=SC2064 # this STATE, known now
    trap "finish ${state@Q}/log" EXIT
    trap 'exit 0' TERM INT

    # Mail belongs to whoever made STATE, but Postfix never delivers as root.
    uid=$(stat -c %u "$state")
    ((uid > 0)) || uid=64105
    keys=(POSTFIX_SMTPS POSTFIX_STARTTLS POSTFIX_PLAIN POSTFIX_7BIT POSTFIX_PLAINAUTH POSTFIX_PBS
        POSTFIX_POLICY)
    for name in "${bad_certs[@]}"; do
        keys+=("POSTFIX_SMTPS_${name^^}" "POSTFIX_STARTTLS_${name^^}")
    done
    keys+=(DOVECOT_SUBMISSION DOVECOT_SUBMISSIONS DOVECOT_POP3 DOVECOT_POP3S SOCKSPROXY HTTPPROXY)

    build_root "$root" "$cache" "$state" "$uid"
    # Servers starting at the same time must not choose the same ports.
    exec 9<"$cache/stamp"
    flock 9
    choose_ports "${keys[@]}" POLICY # where the test may serve
    write_config "$root" "$uid"
    chroot "$root" /usr/sbin/dovecot -F </dev/null >>"$state/log/dovecot.log" 2>&1 9<&- &
    pids+=($!)
    wait_for_ports DOVECOT_SUBMISSION DOVECOT_SUBMISSIONS DOVECOT_POP3 DOVECOT_POP3S
    chroot "$root" /usr/lib/postfix/sbin/master </dev/null >>"$state/log/postfix.log" 2>&1 9<&- &
    pids+=($!)
    # Log to where their output goes.
    chroot "$root" /usr/bin/microsocks -i 127.0.0.1 -p "${port[SOCKSPROXY]}" \
        </dev/null >>"$state/log/microsocks.log" 2>&1 9<&- &
    pids+=($!)
    chroot "$root" /usr/bin/tinyproxy -d -c /etc/tinyproxy \
        </dev/null >>"$state/log/tinyproxy.log" 2>&1 9<&- &
    pids+=($!)
    wait_for_ports "${keys[@]}"
    exec 9<&-
    wait_for_greeting POSTFIX_STARTTLS
    wait_for_greeting DOVECOT_SUBMISSION

    for key in "${keys[@]}" POLICY; do
        echo "$key=${port[$key]}"
    done
    echo "MAILDIR=$state/mail"
    echo "LOG=$state/log"
    echo ready

    # read fails with 1 at the end of stdin, and with more when time is up.
    while servers_alive; do
        read -r -t 1 _ || (($? > 128)) || exit 0
    done
    die 'a server stopped'
}

case ${1-}:$# in
    fetch:2) fetch "$2" ;;
    run:3) run "$2" "$3" ;;
    inside:4) inside "$2" "$3" "$4" ;;
    *) die "usage: $0 fetch CACHE | $0 run CACHE STATE" ;;
esac
