package dev.apiauth.bench.party;

import java.util.List;

/**
 * Who runs where.
 *
 * @param proxyCore the processor of whatever is measured
 * @param loadCore the processor of the load and of the product's stand-in
 * @param javaOptions what the sidecar's Java is given beside its usual options
 */
public record Machine(int proxyCore, int loadCore, List<String> javaOptions) {}
