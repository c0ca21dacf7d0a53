package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.ExternalBase;
import java.util.Optional;

/**
 * Where requests are forwarded to, with nothing left open.
 *
 * @param port the port on which the product listens
 * @param externalBase how the world reaches it; empty where nobody knows, and then the product is
 *     not told
 */
public record CompiledUpstream(int port, Optional<ExternalBase> externalBase) {}
