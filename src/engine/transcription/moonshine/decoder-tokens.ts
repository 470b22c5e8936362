/** The model's own marks around a text. */
export const START_TOKEN = 1;
export const END_TOKEN = 2;

/** More than any 30 s of speech needs; the re-cut decoder's table of rotary angles ends here. */
export const MAX_TOKENS = 256;
