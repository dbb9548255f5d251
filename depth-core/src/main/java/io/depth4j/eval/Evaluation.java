package io.depth4j.eval;

import io.depth4j.DepthMap;

/**
 * One estimate measured against what is known.
 *
 * @param scores over the pixels that count
 * @param line by which the estimate was aligned
 * @param aligned the estimate in the units of what is known, as its errors were measured, also where nothing is known
 */
public record Evaluation(Scores scores, Line line, DepthMap aligned) {}
