package dev.apiauth.sidecar.admin;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A policy was loaded: without one, everything is refused.
 *
 * @param loaded whether one is in force
 */
public record PolicyInForce(BooleanSupplier loaded) implements ReadinessCheck {

  @Override
  public String name() {
    return "policy";
  }

  @Override
  public Future<Optional<String>> problem() {
    return Future.succeededFuture(
        loaded.getAsBoolean() ? Optional.empty() : Optional.of("no policy is in force"));
  }
}
