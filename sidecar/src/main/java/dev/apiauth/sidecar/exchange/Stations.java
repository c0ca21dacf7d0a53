package dev.apiauth.sidecar.exchange;

import dev.apiauth.sidecar.answer.AnswerWriter;
import dev.apiauth.sidecar.forward.Forwarder;
import dev.apiauth.sidecar.pipeline.Pipeline;

/**
 * What a request passes on its event loop.
 *
 * @param pipeline decides
 * @param forwarder sends what was allowed to the product
 * @param answers writes refusals
 * @param records audit and metrics
 */
public record Stations(
    Pipeline pipeline, Forwarder forwarder, AnswerWriter answers, Records records) {}
