export type ModelName = "base" | "tiny";

/** What can be fetched: a recogniser's two graphs, or the voice activity detector. */
export type ModelPart = ModelName | "vad";

/** One file of a published npm package. */
export interface PackageFile {
  /** Name and exact version. */
  readonly packageSpec: string;
  /** Size of the package as it travels, for progress. */
  readonly tarballBytes: number;
  /** Inside the package. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** The file's name in the cache; says which content it is, so that a new version never meets an old file. */
  readonly cacheName: string;
}

export interface RecogniserFiles {
  readonly encoder: PackageFile;
  readonly decoder: PackageFile;
}

export const MOONSHINE_PACKAGE_VERSION = "0.1.12";

const MOONSHINE = {
  packageSpec: `@usefulsensors/moonshine-js@${MOONSHINE_PACKAGE_VERSION}`,
  tarballBytes: 72_710_189,
};

export const RECOGNISER_FILES: Readonly<Record<ModelName, RecogniserFiles>> = {
  base: {
    encoder: {
      ...MOONSHINE,
      path: "dist/model/base/quantized/encoder_model.onnx",
      sizeBytes: 20_513_063,
      sha256: "1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751",
      cacheName: "moonshine-base-encoder-1dd9ab0a.onnx",
    },
    decoder: {
      ...MOONSHINE,
      path: "dist/model/base/quantized/decoder_model_merged.onnx",
      sizeBytes: 42_498_870,
      sha256: "cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3",
      cacheName: "moonshine-base-decoder-cc9f3cd6.onnx",
    },
  },
  tiny: {
    encoder: {
      ...MOONSHINE,
      path: "dist/model/tiny/quantized/encoder_model.onnx",
      sizeBytes: 7_937_661,
      sha256: "c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a",
      cacheName: "moonshine-tiny-encoder-c6fc4b7b.onnx",
    },
    decoder: {
      ...MOONSHINE,
      path: "dist/model/tiny/quantized/decoder_model_merged.onnx",
      sizeBytes: 20_243_286,
      sha256: "eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367",
      cacheName: "moonshine-tiny-decoder-eed87831.onnx",
    },
  },
};

/** Silero VAD v5. */
export const VAD_FILE: PackageFile = {
  packageSpec: "@ricky0123/vad-web@0.0.31",
  tarballBytes: 5_471_324,
  path: "dist/silero_vad_v5.onnx",
  sizeBytes: 2_327_524,
  sha256: "2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f",
  cacheName: "silero-vad-v5-2623a295.onnx",
};

export function filesOf(part: ModelPart): readonly PackageFile[] {
  if (part === "vad") return [VAD_FILE];
  return [RECOGNISER_FILES[part].encoder, RECOGNISER_FILES[part].decoder];
}
