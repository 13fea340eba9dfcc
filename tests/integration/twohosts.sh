#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Two hosts with a network between them, in namespaces without names: nothing of
# them is left when this script has ended, however it ends.
#
#   twohosts.sh run STATE FARHOST    until stdin closes, or TERM or INT
#
#   client 10.77.0.1, fd77::1  <->  server 10.77.0.2, fd77::2
#   10.88.1.1, fd88:1::1            the server too
#   10.88.5.1                       the server; every 20th packet each way is lost
#   10.88.6.1                       the server, until it has got 1 MB; then no way there
#   10.88.2.0/24, fd88:2::/64       behind the server, which forwards that to nowhere
#   anything else                   there is no way there
#
# STATE/names is what the server's name server knows (farhost/nameserver.h). The
# client's resolver reads STATE/resolv.conf and STATE/gai.conf, which may change
# at any time. Prints CLIENT=PID, the number of a process that has the client's
# namespaces, and "ready"; then answers a line "lost" by LOST=N, packets so far.
set -euo pipefail
trap 'exit 1' TERM INT
PATH=$PATH:/usr/sbin:/sbin
self=$(readlink -f "${BASH_SOURCE[0]}")

say() { echo "twohosts: $*" >&2; }
die() { say "$*"; exit 1; }

run() {
    local state farhost child status=0
    trap 'end_namespace "${child-}"' TERM INT
    state=$(readlink -f "$1")
    farhost=$(readlink -f "$2")
    if ((EUID != 0)); then
        [[ -z ${TWOHOSTS_SUDO-} ]] || die 'sudo did not make this script root'
        say 'needs root for network namespaces; starting again through sudo'
        exec sudo env TWOHOSTS_SUDO=1 bash "$self" run "$state" "$farhost"
    fi
    # Were this script killed, setpriv has unshare killed, and with unshare the
    # first process of the namespace dies, and with it every other.
    setpriv --pdeathsig KILL -- \
        unshare --mount --net --pid --fork --kill-child -- \
        bash "$self" server "$state" "$farhost" $$ <&0 &
    child=$!
    wait "$child" || status=$?
    return "$status"
}

end_namespace() {
    [[ -z $1 ]] || kill -KILL "$1" 2>/dev/null || true # unshare ignores TERM
    exit 1
}

# $1 STATE: files of its own over those that the resolver reads, and no daemon
# that might answer in its place. The mount namespace is private.
resolver_files() {
    local name target
    mount -t tmpfs twohosts /run
    printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$1/nsswitch.conf"
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$1/hosts"
    for name in hosts nsswitch.conf resolv.conf gai.conf; do
        target=$(readlink -m "/etc/$name")
        if [[ ! -e $target ]]; then # a link into /run
            mkdir -p "${target%/*}"
            touch "$target"
        fi
        mount --bind "$1/$name" "$target"
    done
}

# Else 64 KiB of a stream would cross the link, and be lost, at once.
one_packet_at_a_time() {
    ip link set "$1" gso_max_size 1500 gso_max_segs 1
}

# The client: a process that has the namespaces, and else does nothing.
client() {
    local number
    resolver_files "$1"
    ip link set lo up
    ip link add far type veth peer name near
    ip link set far netns 1
    one_packet_at_a_time near
    ip address add 10.77.0.1/24 dev near
    ip address add fd77::1/64 dev near nodad
    ip link set near up
    ip route add 10.88.0.0/16 via 10.77.0.2
    ip -6 route add fd88::/16 via fd77::2
    read -r number _ </proc/self/stat # this /proc still counts as outside
    echo "$number"
    exec sleep infinity
}

# Every 20th, so that losses are certain, each way.
lose_packets() {
    nft -f - <<'TEXT'
table inet loss {
    counter lost {}
    chain in {
        type filter hook input priority 0
        ip daddr 10.88.5.1 numgen inc mod 20 == 0 counter name lost drop
        ip daddr 10.88.6.1 quota over 1 mbytes drop
    }
    chain out {
        type filter hook output priority 0
        ip saddr 10.88.5.1 numgen inc mod 20 == 0 counter name lost drop
    }
}
TEXT
}

lost_packets() {
    nft list counter inet loss lost | sed -nE 's/.*packets ([0-9]+).*/\1/p'
}

server() {
    local state=$1 farhost=$2 starter=$3 holder answers client line
    [[ -e /proc/$starter/exe ]] || exit 1 # killed before setpriv and unshare were ready
    trap 'exit 0' TERM INT
    ip link set lo up
    exec {holder}< <(exec unshare --net --mount bash "$self" client "$state")
    read -r -t 30 -u "$holder" client || die 'the client has no network'
    one_packet_at_a_time far
    ip address add 10.77.0.2/24 dev far
    ip address add fd77::2/64 dev far nodad
    ip link set far up
    for line in 10.88.1.1/32 10.88.5.1/32 10.88.6.1/32 fd88:1::1/128; do
        ip address add "$line" dev lo
    done
    # A black hole says nothing: like a firewall that drops what it does not like.
    echo 1 >/proc/sys/net/ipv4/ip_forward
    echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
    ip route add blackhole 10.88.2.0/24
    ip -6 route add blackhole fd88:2::/64
    lose_packets
    exec {answers}< <(exec "$farhost" "$state/names" 10.77.0.2 2525 2465)
    read -r -t 30 -u "$answers" line || die 'the server does not serve'
    echo "CLIENT=$client"
    echo ready
    # When this process ends, the kernel ends all others in the namespace.
    while read -r line; do
        [[ $line != lost ]] || echo "LOST=$(lost_packets)"
    done
}

case ${1-}:$# in
    run:3) run "$2" "$3" ;;
    server:4) server "$2" "$3" "$4" ;;
    client:2) client "$2" ;;
    *) die "usage: $0 run STATE FARHOST" ;;
esac
