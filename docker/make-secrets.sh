#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml reads, once. What exists is left as it is:
# a new pepper would cut new records off from the old ones.
set -euo pipefail
umask 077

directory="$(dirname "$0")/secrets"
mkdir -p "$directory"

random() { node -e 'console.log(crypto.randomBytes(32).toString("hex"))'; }

# The folder is closed to others; the files are readable, because the containers run as another user.
keep() {
  local file="$directory/$1"
  if [ -e "$file" ]; then
    echo "kept  $file"
  else
    printf '%s' "$2" >"$file"
    chmod 444 "$file"
    echo "made  $file"
  fi
}

keep postgres_password "$(random)"
keep database_owner_url "postgres://patti:$(cat "$directory/postgres_password")@postgres:5432/patti"
keep database_url "postgres://patti_service:$(random)@postgres:5432/patti"
keep participant_pepper "$(random)"
keep bootstrap_admin_key "$(random)"
