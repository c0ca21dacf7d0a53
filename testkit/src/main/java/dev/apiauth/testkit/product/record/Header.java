package dev.apiauth.testkit.product.record;

/** One header line as it arrived; the name keeps the client's spelling. */
public record Header(String name, String value) {}
