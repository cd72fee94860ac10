# The sound server of this run.
# shellcheck shell=bash

# Starts it, and points what is started from here at it: ALSA's default device follows PULSE_SERVER.
start_sound_server() {
    local folder="$scratch/sound" tries=0
    mkdir -m 700 "$folder"
    bash "$here/null-sink" "$folder" &
    sound_server=$!
    trap stop_sound_server EXIT # Of the step's own shell.
    export PULSE_SERVER="unix:$folder/native" PULSE_RUNTIME_PATH="$folder" XDG_CONFIG_HOME="$folder/config"
    until pactl info >/dev/null 2>&1; do
        tries=$((tries + 1))
        if [[ $tries -gt 100 ]] || ! kill -0 "$sound_server" 2>/dev/null; then
            echo "The sound server did not start." >&2
            return 1
        fi
        sleep 0.1
    done
    pactl list short sinks
}

# Ends it, whether it listens, hangs or is gone. Its folder goes with the run's.
stop_sound_server() {
    trap - EXIT
    kill -KILL "$sound_server" 2>/dev/null || true
    wait "$sound_server" 2>/dev/null || true
}
