/** Changes whenever a graph made by `recutEncoder` or `recutDecoder` changes; part of every transcript's provenance. */
export const RECUT_VERSION = 1;

/** Changes whenever the graph made by `recutVoiceActivity` changes. */
export const VOICE_ACTIVITY_RECUT_VERSION = 1;
