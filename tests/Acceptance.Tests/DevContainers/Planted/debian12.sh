# Docker of this machine, Debian 12.
folder=$1
mount --make-rprivate /
mount --bind "$folder/resolv.conf" /etc/resolv.conf
exec dockerd --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/docker.pid" -H "unix://$folder/docker.sock"
