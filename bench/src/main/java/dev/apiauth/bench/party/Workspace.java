package dev.apiauth.bench.party;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A temporary folder with everything that the parties read and write; gone at the end. */
public final class Workspace implements AutoCloseable {

  private final Path folder;

  /** A new one. */
  public Workspace() {
    try {
      this.folder = Files.createTempDirectory("apiauth-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Writes a file, replacing one of that name. */
  public Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the resource of that name, with values in place of its {@code @names@}. */
  public Path fill(String resource, Map<String, String> values) {
    return write(resource, filled(resource, values));
  }

  /** The text of a resource beside this class, with values in place of its {@code @names@}. */
  static String filled(String resource, Map<String, String> values) {
    String text = text(resource);
    for (Map.Entry<String, String> value : values.entrySet())
      text = text.replace('@' + value.getKey() + '@', value.getValue());
    return text;
  }

  /** A port of 127.0.0.1 that nobody listened at a moment ago. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = Workspace.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
