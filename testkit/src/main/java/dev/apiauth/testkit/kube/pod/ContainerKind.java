package dev.apiauth.testkit.kube.pod;

/** In which of its three roles a container runs. */
enum ContainerKind {
  /** Runs to its end before the next one starts. */
  INIT,

  /** A restartable init container: started before the next one starts, ends after all others. */
  SIDECAR,

  MAIN
}
