package dev.apiauth.testkit.kube.binaries;

import java.net.URI;

/**
 * The sites that give the releases away.
 *
 * @param kubernetes the official place of Kubernetes binaries
 * @param etcd the releases of etcd's repository
 * @param helm the official place of Helm's archives
 */
record Origins(URI kubernetes, URI etcd, URI helm) {

  static Origins official() {
    return new Origins(
        URI.create("https://dl.k8s.io/release/"),
        URI.create("https://github.com/etcd-io/etcd/releases/download/"),
        URI.create("https://get.helm.sh/"));
  }

  URI of(Bundle bundle) {
    return switch (bundle) {
      case KUBERNETES -> kubernetes;
      case ETCD -> etcd;
      case HELM -> helm;
    };
  }
}
