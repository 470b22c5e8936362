/** Changes whenever a graph made by `recutEncoder` or `recutDecoder` changes; part of every transcript's provenance. */
export const RECUT_VERSION = 1;
