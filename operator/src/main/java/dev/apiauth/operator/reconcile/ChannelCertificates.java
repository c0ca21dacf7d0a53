package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.render.ChannelPems;
import java.util.Optional;

/** Signs what the sidecars of a resource show the operator. */
@FunctionalInterface
public interface ChannelCertificates {

  /**
   * The certificate of a resource's sidecars. One that still fits is returned as it is: whatever is
   * new here is a write.
   *
   * @param namespace the resource's namespace
   * @param resource the resource's name
   * @param existing the one that is published
   */
  ChannelPems forSidecarsOf(String namespace, String resource, Optional<ChannelPems> existing);
}
