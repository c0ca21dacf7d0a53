package dev.apiauth.operator.reconcile;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statuses whose events were written. A cache may not have a status yet that was patched a
 * moment ago; events of it must not be told twice.
 */
final class ToldStatuses {

  private final Map<String, AtlassianApiAuthStatus> told = new ConcurrentHashMap<>();

  /**
   * Notes a status, and answers the one before it.
   *
   * @param uid the resource's
   * @param cached the status before it as far as the cache knows, for a resource that was told of
   *     by another process
   */
  Optional<AtlassianApiAuthStatus> replace(
      String uid, Optional<AtlassianApiAuthStatus> cached, AtlassianApiAuthStatus now) {
    return Optional.ofNullable(told.put(uid, now)).or(() -> cached);
  }
}
