package io.depth4j.io;

import java.util.OptionalDouble;

/**
 * What a file says about its picture, without decoding it. The numbers are the file's claims: they may be far beyond what
 * could be read.
 *
 * @param format by content
 * @param width columns as stored, before any turning
 * @param height rows as stored
 * @param channels as stored, alpha included; a palette counts as one
 * @param bits of one channel as stored
 * @param orientation how the camera was held
 * @param focalLength of the lens in millimetres, as EXIF gives it
 * @param focalLengthIn35mmFilm of a lens with the same view before a frame of 36×24 mm, in millimetres
 */
public record ImageMetadata(
        ImageFormat format,
        int width,
        int height,
        int channels,
        int bits,
        Orientation orientation,
        OptionalDouble focalLength,
        OptionalDouble focalLengthIn35mmFilm) {}
