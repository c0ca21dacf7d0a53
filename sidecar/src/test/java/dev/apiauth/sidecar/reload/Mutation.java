package dev.apiauth.sidecar.reload;

import java.util.Map;

/** A good set in which something was broken. */
record Mutation(String name, Map<String, byte[]> files) {

  @Override
  public String toString() {
    return name;
  }
}
