# Boots the systemd of a folder with Debian, in which nothing is changed, as a container manager would. Runs in namespaces of its own.
set -eu
folder=$1
root=$2
mount --make-rprivate /
mkdir -p "$folder/changed" "$folder/work" "$folder/root"
mount -t overlay -o "lowerdir=$root,upperdir=$folder/changed,workdir=$folder/work" overlay "$folder/root"
cd "$folder/root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do
  touch "dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mkdir dev/pts dev/shm host
mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
mount -t tmpfs -o mode=1777 tmpfs dev/shm
pivot_root . host
umount -l /host
# Credentials reach services by propagation.
mount --make-rshared /
exec env -i container=test /lib/systemd/systemd --system --show-status=false
