#!/bin/sh
# A physical backup into each repository that is named (the first one if none is), after a check that WAL arrives there.
#   backup.sh full|diff [repository ...]
# Run by the user of PostgreSQL with the environment that pgbackrest.conf asks for. It ends with 0 only if everything is
# well: let whoever starts it (cron, a timer) tell somebody when it does not.
set -eu
type=$1
shift
case $type in full | diff) ;; *) echo "full or diff, not $type" >&2 && exit 2 ;; esac
[ $# -gt 0 ] || set -- 1
pgbackrest --stanza=erp check
for repository; do
  pgbackrest --stanza=erp --repo="$repository" --type="$type" backup
done
