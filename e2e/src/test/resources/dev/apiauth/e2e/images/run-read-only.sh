# Runs a command in an unpacked image: its files read-only, a /tmp in memory, /proc and /dev as a container has them, not as root.
# run-read-only.sh ROOT USER COMMAND...
set -eu
root=$1 user=$2
shift 2
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o size=16m tmpfs "$root/tmp"
exec chroot --userspec="$user" "$root" "$@"
