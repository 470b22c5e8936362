import { describe, expect, test } from "vitest";
import { sniffMedia, sniffText } from "./sniff-media.ts";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));

describe("a format is known by its first bytes", () => {
  // MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 144 × 128000 / 44100 = 417 bytes a frame.
  const mp3Frame = bytes(
    [0xff, 0xfb, 0x90, 0x64],
    Array.from({ length: 413 }, () => 0),
  );
  test.each([
    ["wav", bytes("RIFF", [0, 0, 0, 0], "WAVEfmt ")],
    ["wav", bytes("RF64", [255, 255, 255, 255], "WAVEds64")],
    ["flac", bytes("fLaC", [0, 0, 0, 34])],
    ["flac", bytes("ID3", [4, 0, 0, 0, 0, 0, 2], "xx", "fLaC")],
    ["ogg", bytes("OggS", [0, 2])],
    ["mp4", bytes([0, 0, 0, 28], "ftypisom")],
    ["quicktime", bytes([0, 0, 0, 20], "ftypqt  ")],
    ["quicktime", bytes([0, 0, 0, 8], "wide", [0, 0, 9, 9], "mdat")],
    ["webm", bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84], "webm")],
    ["matroska", bytes([0x1a, 0x45, 0xdf, 0xa3, 0xa3, 0x42, 0x82, 0x88], "matroska")],
    ["mp3", bytes("ID3", [4, 0, 0, 0, 0x7f, 0x7f, 0x7f])],
    ["mp3", Buffer.concat([mp3Frame, mp3Frame])],
    ["mp3", Buffer.concat([Buffer.alloc(200, 7), mp3Frame, mp3Frame])],
    ["aac", bytes([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc])],
    [undefined, bytes("RIFF", [0, 0, 0, 0], "AVI LIST")],
    [undefined, bytes("<html></html>")],
    [undefined, Buffer.alloc(1000)],
    [undefined, bytes([0xff, 0xfb])],
    [undefined, bytes("")],
  ])("%s", (format, head) => {
    expect(sniffMedia(head)).toBe(format);
  });
});

describe("text is told from sound", () => {
  test.each([
    ["web page", "\uFEFF  \n<!DOCTYPE html>"],
    ["web page", "<!-- saved from elsewhere --><html>"],
    ["web page", "<HTML lang=en>"],
    ["playlist", "#EXTM3U\n"],
    ["text", '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
    ["text", '{"message": "expired"}'],
    ["text", "Not found"],
    [undefined, "fLaC\0\0\0\x22"],
    [undefined, ""],
  ])("%s", (kind, content) => {
    expect(sniffText(Buffer.from(content))).toBe(kind);
  });
});
