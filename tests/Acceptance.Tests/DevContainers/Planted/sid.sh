# Docker of Debian sid: its folder becomes the root, for a chroot is not enough to it.
folder=$1
root=$2
mount --make-rprivate /
mount --rbind "$root" "$root"
mkdir -p "$root/host"
for each in /proc /dev /sys "$folder"; do
  mount --rbind "$each" "$root$each"
done
cd "$root"
pivot_root . host
umount -l /host
mount --bind "$folder/resolv.conf" /etc/resolv.conf
exec dockerd --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/docker.pid" -H "unix://$folder/docker.sock"
