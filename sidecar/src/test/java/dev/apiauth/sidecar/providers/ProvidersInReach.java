package dev.apiauth.sidecar.providers;

import dev.apiauth.testkit.idp.standin.ClientSecret;
import dev.apiauth.testkit.idp.standin.StandInNetwork;
import java.util.Map;

/** What a sidecar under test needs to know of the providers around it. */
interface ProvidersInReach {

  /** Where they are. */
  StandInNetwork network();

  /** What this service is known by at each that asks, by the name of the Secret. */
  Map<String, ClientSecret> clients();
}
