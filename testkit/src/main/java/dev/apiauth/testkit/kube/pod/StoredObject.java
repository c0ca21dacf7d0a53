package dev.apiauth.testkit.kube.pod;

/** A Secret or ConfigMap by its kind, namespace and name. */
record StoredObject(Kind kind, String namespace, String name) {

  enum Kind {
    SECRET("Secret"),
    CONFIG_MAP("ConfigMap");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  @Override
  public String toString() {
    return "%s \"%s/%s\"".formatted(kind.word, namespace, name);
  }
}
