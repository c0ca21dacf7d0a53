package dev.apiauth.crd.generate;

import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what the generator prints; there is one CRD with one version. */
final class InMemoryOutput implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public ByteArrayOutputStream outputFor(String crdName) {
    return bytes;
  }

  @Override
  public void close() {}

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
