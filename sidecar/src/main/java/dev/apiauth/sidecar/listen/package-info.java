/**
 * The door: servers, limits, octet-strict framing and the drain. What leaves here is one
 * well-framed request after the other, paused; nothing here decides who may call.
 *
 * <p>The order on a connection: {@code ConnectionGuard} (octets), Netty's decoder, Vert.x, {@code
 * RequestHandler}, and back through {@code AnswerWatch}.
 */
package dev.apiauth.sidecar.listen;
