package dev.apiauth.operator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What this machine or pod calls itself. */
final class HostName {

  private HostName() {}

  /** The host's name; something unique where it has none. */
  static String own() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return UUID.randomUUID().toString();
    }
  }
}
