package dev.apiauth.sidecar;

import dev.apiauth.sidecar.audit.AuditLog;

/** Somebody who hears every audit line beside the log. */
@FunctionalInterface
public interface SidecarTap {

  /** Nobody. */
  SidecarTap NONE = log -> log;

  /** An audit log that tells both. */
  AuditLog beside(AuditLog log);
}
