package dev.apiauth.testkit.product.rest;

import java.util.Map;

/** What the product has at a path for a method. */
public sealed interface RouteMatch {

  record Found(Route route, Map<String, String> variables) implements RouteMatch {}

  record NoSuchPath() implements RouteMatch {}

  /** There is something at the path, but not for this method. */
  record OtherMethod() implements RouteMatch {}
}
