package dev.apiauth.testkit.product.tomcat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;

/** One Tomcat with one connector and one application. */
public final class EmbeddedTomcat implements AutoCloseable {

  private static final int CONNECTION_TIMEOUT_MILLIS = 20_000;

  /** Tomcat looks for leaks when an application stops; this one takes its JVM's tests with it. */
  private static final Logger LEAK_REPORTS =
      Logger.getLogger("org.apache.catalina.loader.WebappClassLoaderBase");

  static {
    LEAK_REPORTS.setLevel(Level.OFF);
  }

  private final Tomcat tomcat;
  private final Context context;
  private final Path home;

  private EmbeddedTomcat(Tomcat tomcat, Context context, Path home) {
    this.tomcat = tomcat;
    this.context = context;
    this.home = home;
  }

  /**
   * Starts it; returns when the connector accepts connections.
   *
   * @param address where it listens
   * @param port 0: any free one
   * @param contextPath empty for the root, else with a leading and without a trailing slash
   * @param valves around all applications, in this order
   * @param application adds filters and servlets
   * @throws IllegalStateException if it does not start, for example because the port is taken
   */
  public static EmbeddedTomcat start(
      ConnectorSettings settings,
      String address,
      int port,
      String contextPath,
      List<Valve> valves,
      Consumer<Context> application) {
    var home = temporaryDirectory();
    var tomcat = new Tomcat();
    tomcat.setSilent(true);
    tomcat.setBaseDir(home.toString());
    tomcat.setConnector(connector(settings, address, port));
    valves.forEach(tomcat.getEngine().getPipeline()::addValve);
    var context = tomcat.addContext(contextPath, home.toString());
    context.setManager(sessionsInMemoryOnly());
    application.accept(context);
    return started(new EmbeddedTomcat(tomcat, context, home));
  }

  private static EmbeddedTomcat started(EmbeddedTomcat embedded) {
    try {
      embedded.tomcat.start();
      return embedded;
    } catch (LifecycleException failure) {
      embedded.close();
      throw new IllegalStateException("Tomcat did not start: " + failure.getMessage(), failure);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  public Context context() {
    return context;
  }

  /** Stops it; requests under way are cut off. */
  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException failure) {
      throw new IllegalStateException("Tomcat did not stop: " + failure.getMessage(), failure);
    } finally {
      delete(home);
    }
  }

  private static Connector connector(ConnectorSettings settings, String address, int port) {
    var connector = new Connector("HTTP/1.1");
    connector.setPort(port);
    connector.setThrowOnFailure(true);
    connector.setProperty("address", address);
    connector.setProperty("connectionTimeout", Integer.toString(CONNECTION_TIMEOUT_MILLIS));
    connector.setProperty("relaxedPathChars", settings.relaxedPathChars());
    connector.setProperty("relaxedQueryChars", settings.relaxedQueryChars());
    connector.setProperty(
        "maxKeepAliveRequests", Integer.toString(settings.maxKeepAliveRequests()));
    return connector;
  }

  private static StandardManager sessionsInMemoryOnly() {
    var manager = new StandardManager();
    manager.setPathname(null);
    manager.setSecureRandomAlgorithm(""); // the platform's: the default one is slow to seed
    return manager;
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("product-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path directory) {
    try (var walk = Files.walk(directory)) {
      for (Path path : walk.toList().reversed()) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
